package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.request.UuidV7Generator;
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
class MissingSealDetector {

    private static final Logger log = LoggerFactory.getLogger(MissingSealDetector.class);

    static final String LOST = "audit.sealsLost";
    private static final String PREFIX = "seal-";

    private final JdbcClient database;
    private final SealRepository seals;
    private final AuditEventRepository events;
    private final UuidV7Generator ids;
    private final Counter counter;

    MissingSealDetector(
            JdbcClient database,
            SealRepository seals,
            AuditEventRepository events,
            UuidV7Generator ids,
            MeterRegistry metrics) {
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
        var event = new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Who(PREFIX + lost.number() + "-" + lost.mark(), null, null, null),
                new AuditEvent.Subject(LOST, "seal", List.of(AuditTargets.target(String.valueOf(lost.number()))), null),
                new AuditEvent.Result(AuditOutcome.FAILED, null, null, null, "gateway", null, null),
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
