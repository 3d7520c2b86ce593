package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.query.Query;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a call pass to Leeloo if its token, the circuit breaker of its group and the quota allow it. */
@Component
public class CallGuard {

    private final TokenGuard tokens;
    private final CallBreakers breakers;
    private final PermittedCalls permitted;
    private final CallMetrics metrics;

    CallGuard(TokenGuard tokens, CallBreakers breakers, PermittedCalls permitted, CallMetrics metrics) {
        this.tokens = tokens;
        this.breakers = breakers;
        this.permitted = permitted;
        this.metrics = metrics;
    }

    /** A refusal of the circuit breaker costs no permit. The exchange ends with an error if its argument does. */
    public <T> T read(Query<?> query, Function<Mono<?>, T> exchange) {
        return tokens.call(query.getClass(), () -> {
            try (var permission = breakers.reads().acquire()) {
                return permitted.read(
                        () -> permission.call(abandoned -> metrics.time(query, () -> exchange.apply(abandoned))));
            }
        });
    }

    /** The refusal of reads while their circuit breaker is open; empty if a read might pass. */
    public Optional<LeelooUnavailable> refusalOfReads() {
        return breakers.reads().refusal();
    }

    /** The permit for a change, if none has to be waited for. */
    public Optional<SendPermit> tryReserve() {
        return permitted.tryReserve();
    }

    /** Waits for the permit for a change. */
    public SendPermit reserve() {
        return permitted.reserve();
    }

    /** Uses the permit for a change, also if the change is repeated because it did not leave. */
    public <T> T withPermit(SendPermit permit, Supplier<T> sends) {
        return permitted.send(permit, sends);
    }

    /** A slow exchange is not abandoned, as its outcome matters. */
    public <T> T change(Change<?> change, Supplier<T> exchange) {
        return tokens.call(change.getClass(), () -> {
            try (var permission = breakers.changes().acquire()) {
                return permission.call(_ -> metrics.time(change, exchange));
            }
        });
    }
}
