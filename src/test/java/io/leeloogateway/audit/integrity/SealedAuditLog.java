package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.query.FieldChangeView;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes, seals and verifies audit events as a gateway does. */
public record SealedAuditLog(JdbcClient database, AuditEventRepository events, Sealer sealer, Verifier verifier) {

    static final VerificationFilter ALL = new VerificationFilter(null, null, null);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Writes this number of events of one moment in one transaction. */
    public List<UUID> write(int number, Instant at) {
        var written = new ArrayList<AuditEvent>();
        for (var i = 0; i < number; i++) {
            written.add(event(at));
        }
        events.append(database, written);
        return written.stream().map(AuditEvent::id).toList();
    }

    public static AuditEvent event(Instant at) {
        var id = id(at);
        return new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Actor("request-" + id, "cl_shop", "key_1", "192.0.2.1"),
                new AuditEvent.Subject("people.findPerson", "person", List.of("t:a,b", "p:ö"), null),
                new AuditEvent.Result(AuditOutcome.SUCCESS, 200, null, 12L, "cache", 3L, 0),
                1,
                List.of(FieldChangeView.named("name")),
                Map.of("limit", "x"));
    }

    public static UUID id(Instant at) {
        var first = UuidV7Generator.lowerBound(at);
        return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + COUNTER.incrementAndGet());
    }

    public void seal() {
        Awaitility.await().until(() -> {
            sealer.seal();
            return unsealed() == 0;
        });
    }

    long unsealed() {
        return database.sql("""
                        select count(*) from audit_events e where not exists (select 1 from audit_seals s
                            where s.cluster = e.cluster and e.xid >= s.xid_from and e.xid < s.xid_to)""").query(Long.class).single();
    }

    public VerificationView verify() {
        return verifier.verify(ALL);
    }

    public List<String> details() {
        return details(ALL);
    }

    public List<String> details(VerificationFilter filter) {
        return verifier.verify(filter).findings().stream().map(Finding::detail).toList();
    }

    List<Long> seals() {
        return database.sql("select number from audit_seals order by number")
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
