package io.leeloogateway.leeloo.http;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start what to do, instead of a stack trace. */
final class InvalidLeelooTokenAnalyzer extends AbstractFailureAnalyzer<InvalidLeelooToken> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidLeelooToken cause) {
        var action = "What is wrong with the one there is: " + cause.getCause();
        return new FailureAnalysis(cause.getMessage() + ".", action, cause);
    }
}
