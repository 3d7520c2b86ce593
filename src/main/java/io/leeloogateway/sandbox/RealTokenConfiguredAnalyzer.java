package io.leeloogateway.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start what to do, instead of a stack trace. */
final class RealTokenConfiguredAnalyzer extends AbstractFailureAnalyzer<RealTokenConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RealTokenConfigured cause) {
        return new FailureAnalysis(cause.getMessage() + ".", "Never play with the real Leeloo", cause);
    }
}
