package io.leeloogateway.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes an invalid secret and its remedy at start-up, without a stack trace. */
final class InvalidSecretAnalyzer extends AbstractFailureAnalyzer<InvalidSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSecret cause) {
        var action = "Set it to at least " + InvalidSecret.MIN_LENGTH
                + " random letters and digits, for example the output of: openssl rand -hex 32";
        return new FailureAnalysis(cause.getMessage() + ".", action, cause);
    }
}
