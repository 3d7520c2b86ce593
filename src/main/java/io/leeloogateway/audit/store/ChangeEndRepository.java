package io.leeloogateway.audit.store;

import io.leeloogateway.audit.ChangeEnd;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends the end event of a change. The actor and the subject are copied from its begin event. */
@Component
public class ChangeEndRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Logger log = LoggerFactory.getLogger(ChangeEndRepository.class);

    /** The longest time by which a clock can be set back between the id of a change and its begin event. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final EventHmac hmacs;
    private final PseudonymRepository pseudonyms;
    private final Clock clock;

    ChangeEndRepository(EventHmac hmacs, PseudonymRepository pseudonyms, Clock clock) {
        this.hmacs = hmacs;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** The facts that are known at the end of a change. */
    public record EndEvent(
            UUID id, UUID operationId, ChangeEnd changeEnd, int leelooCalls, Map<String, Object> details) {

        String kind() {
            return changeEnd.isLater() ? AuditEvent.RESOLVED : AuditEvent.ENDED;
        }

        String outcome() {
            return AuditOutcome.of(changeEnd.outcome());
        }

        String servedFrom() {
            return leelooCalls > 0 ? AuditOutcome.LEELOO : AuditOutcome.GATEWAY;
        }
    }

    public void append(EndEvent end, JdbcClient database) {
        var changeEnd = end.changeEnd();
        var written = database.sql("""
                        insert into audit_events (id, entry_id, kind, cluster, request_id, client_id, key_id, source, action, target_kind, tags,
                            outcome, status, problem, duration_ms, served_from, leeloo_calls, operation_id, details, hmac)
                        select :id, entry_id, :kind, %s, request_id, client_id, key_id, source, action, target_kind,
                            tags || array_remove(array[:created::text], null), :outcome, :status, :problem,
                            extract(epoch from :now - uuid_extract_timestamp(entry_id)) * 1000, :from, :calls, operation_id, :details::jsonb, :hmac
                        from audit_events where operation_id = :operation and kind = 'begun' and id >= :earliest order by id limit 1""".formatted(AuditEventRepository.THIS_CLUSTER))
                .param("id", end.id())
                .param("kind", end.kind())
                .param("created", createdTag(changeEnd))
                .param("outcome", end.outcome())
                .param("status", changeEnd.status())
                .param("problem", changeEnd.problem())
                .param("now", Timestamp.from(clock.instant()))
                .param("from", end.servedFrom())
                .param("calls", end.leelooCalls())
                .param("details", JSON.writeValueAsString(end.details()))
                .param("hmac", hmacs.of(end))
                .param("operation", end.operationId())
                .param(
                        "earliest",
                        UuidV7Generator.lowerBound(
                                UuidV7Generator.timestamp(end.operationId()).minus(CLOCK_SKEW)))
                .update();
        if (written == 0) {
            log.error(
                    "the audit log has no begin event of change {}, so its end is not recorded either",
                    end.operationId());
        }
        if (changeEnd.madeId() != null) {
            assignPseudonyms(end.operationId(), changeEnd.madeId(), database);
        }
    }

    /** Assigns the pseudonyms of a new person to the id that Leeloo gave it, so that they are erased with the person. */
    private void assignPseudonyms(UUID operationId, String personId, JdbcClient database) {
        var unassigned = database.sql("""
                        select substr(tag, 3) as pseudonym from audit_events, unnest(tags) as tag
                        where operation_id = :operation and kind = 'begun' and target_kind = 'people' and tag like 'n:%'""")
                .param("operation", operationId)
                .query((row, _) -> row.getString("pseudonym"))
                .list();
        if (!unassigned.isEmpty()) {
            pseudonyms.assign(personId, unassigned, database);
        }
    }

    private static @Nullable String createdTag(ChangeEnd changeEnd) {
        return changeEnd.madeId() == null ? null : AuditTargets.targetTag(changeEnd.madeId());
    }
}
