package io.leeloogateway.request;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Observes requests only if traces are exported; {@link ServerRequestTimer} times all others for less. */
@Component
class TracedRequests implements ObservationPredicate {

    private static final String EXPORT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private final boolean areExported;

    TracedRequests(Environment environment) {
        areExported = !environment.getProperty(EXPORT, "").isEmpty();
    }

    boolean areExported() {
        return areExported;
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        return areExported || !name.equals(ServerRequestTimer.NAME);
    }
}
