package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves an entry of each seal that stood in the diary and does not any more: what is sealed anew would look as if nothing had happened. */
@Component
class LostSeals {

    private static final Logger log = LoggerFactory.getLogger(LostSeals.class);

    static final String LOST = "audit.sealsLost";
    private static final String PREFIX = "seal-";

    private final JdbcClient database;
    private final Seals seals;
    private final Events events;
    private final TimeOrderedIds ids;
    private final Counter counter;

    LostSeals(JdbcClient database, Seals seals, Events events, TimeOrderedIds ids, MeterRegistry metrics) {
        this.database = database;
        this.seals = seals;
        this.events = events;
        this.ids = ids;
        this.counter = Counter.builder("gateway.audit.seals.lost")
                .description(
                        "how often the newest seal that this instance knew was gone from the diary, or another one")
                .register(metrics);
    }

    /** What the entry's request would be called, if there were one, says which seal. */
    static String told(String requestId) {
        return "a gateway missed %s, the newest it had known, and sealed on without it"
                .formatted(requestId.replaceFirst("-", " ").replace('-', ':'));
    }

    boolean isLost(@Nullable Seal known) {
        return known != null
                && seals.at(known.number())
                        .filter(seal -> seal.hmac().equals(known.hmac()))
                        .isEmpty();
    }

    /** Whatever is sealed next seals that, too. */
    void enter(Seal lost) {
        var id = ids.next();
        var event = new Event(
                id,
                id,
                Event.ENDED,
                new Event.Who(PREFIX + lost.number() + "-" + lost.mark(), null, null, null),
                new Event.Subject(LOST, "seal", List.of(Targets.target(String.valueOf(lost.number()))), null),
                new Event.Result(Told.FAILED, null, null, null, "gateway", null, null),
                1,
                null,
                null);
        events.append(database, List.of(event));
    }

    /** Once that is committed. */
    void tell(Seal lost) {
        counter.increment();
        log.error(
                "seal {} of the diary is gone, or another one: somebody changed the database, or restored it ({})",
                lost.number(),
                lost.hmac());
    }
}
