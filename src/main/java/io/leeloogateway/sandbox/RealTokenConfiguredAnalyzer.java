package io.leeloogateway.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports the failed start with an instruction instead of a stack trace. */
final class RealTokenConfiguredAnalyzer extends AbstractFailureAnalyzer<RealTokenConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RealTokenConfigured cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".", "Use profile sandbox only without the token of the real Leeloo", cause);
    }
}
