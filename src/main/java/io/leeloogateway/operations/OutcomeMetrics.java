package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what became of changes, and those that could not even be written down. */
@Component
class OutcomeMetrics {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter unwritten;

    OutcomeMetrics(MeterRegistry meters) {
        for (var outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("gateway.operations.outcomes")
                            .description("Changes by what became of them, also later")
                            .tag("outcome", outcome.word())
                            .register(meters));
        }
        unwritten = Counter.builder("gateway.operations.unwritten")
                .description("Changes that were refused because the ledger could not take them")
                .register(meters);
    }

    void became(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    void couldNotBeWritten() {
        unwritten.increment();
    }
}
