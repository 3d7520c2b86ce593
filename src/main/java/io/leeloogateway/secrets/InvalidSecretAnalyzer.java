package io.leeloogateway.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes an invalid secret and its remedy at start-up, without a stack trace. */
final class InvalidSecretAnalyzer extends AbstractFailureAnalyzer<InvalidSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSecret cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.action(), cause);
    }
}
