package io.leeloogateway.leeloo.http;

import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains at a failed start how to set the token, instead of a stack trace. */
final class InvalidLeelooTokenAnalyzer extends AbstractFailureAnalyzer<InvalidLeelooToken> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidLeelooToken cause) {
        var action = "The problem with the current token: "
                + Objects.requireNonNull(cause.getCause()).getMessage() + ".";
        return new FailureAnalysis(cause.getMessage() + ".", action, cause);
    }
}
