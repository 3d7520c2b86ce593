package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.ChangeTarget;
import io.leeloogateway.audit.capture.AuditOutcome;
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

/** Records an event for each known seal that has disappeared: sealing on without it would hide the loss. */
@Component
class MissingSealDetector {

    private static final Logger log = LoggerFactory.getLogger(MissingSealDetector.class);

    static final String ACTION = "audit.sealsLost";
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
                .description("seals that this instance knew and that are missing or replaced")
                .register(metrics);
    }

    /** Describes the loss; the request id of the event contains the seal. */
    static String describe(String requestId) {
        return "%s, the newest seal known to a gateway, was missing; the gateway continued without it"
                .formatted(requestId.replaceFirst("-", " ").replace('-', ':'));
    }

    boolean isMissing(@Nullable Seal known) {
        return known != null
                && seals.at(known.number())
                        .filter(seal -> seal.hmac().equals(known.hmac()))
                        .isEmpty();
    }

    /** The next seal covers this event, too. */
    void record(Seal lost) {
        var event = AuditEvent.ofGateway(
                ids.next(),
                PREFIX + lost.number() + "-" + lost.hmacPrefix(),
                ACTION,
                new ChangeTarget("seal", List.of(String.valueOf(lost.number()))),
                AuditOutcome.FAILED);
        events.append(database, List.of(event));
    }

    /** Called after the commit. */
    void report(Seal lost) {
        counter.increment();
        log.error(
                "seal {} of the audit log is missing or replaced: the database was changed or restored ({})",
                lost.number(),
                lost.hmac());
    }
}
