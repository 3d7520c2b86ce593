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

/** Appends to the entry of a change what became of it; who asked for what is taken from how it began. */
@Component
public class ChangeEndRepository {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Logger log = LoggerFactory.getLogger(ChangeEndRepository.class);

    /** How far a clock may be set back between a change's id and its beginning. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final EventHmac macs;
    private final PseudonymRepository pseudonyms;
    private final Clock clock;

    ChangeEndRepository(EventHmac macs, PseudonymRepository pseudonyms, Clock clock) {
        this.macs = macs;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** What is known at the end. */
    public record Ending(UUID id, UUID operationId, ChangeEnd became, int leelooCalls, Map<String, Object> story) {

        String kind() {
            return became.isLater() ? AuditEvent.SETTLED : AuditEvent.ENDED;
        }

        String outcome() {
            return AuditOutcome.of(became.outcome());
        }

        String answeredFrom() {
            return leelooCalls > 0 ? "leeloo" : "gateway";
        }
    }

    public void append(Ending ending, JdbcClient ledger) {
        var became = ending.became();
        var written = ledger.sql("""
                        insert into audit_events (id, entry_id, kind, cluster, request_id, client_id, key_id, source, operation, target_kind, about,
                            outcome, status, problem, duration_ms, answered_from, leeloo_calls, operation_id, details, mac)
                        select :id, entry_id, :kind, %s, request_id, client_id, key_id, source, operation, target_kind,
                            about || array_remove(array[:made::text], null), :outcome, :status, :problem,
                            extract(epoch from :now - uuid_extract_timestamp(entry_id)) * 1000, :from, :calls, operation_id, :story::jsonb, :mac
                        from audit_events where operation_id = :operation and kind = 'begun' and id >= :earliest order by id limit 1""".formatted(AuditEventRepository.THIS_CLUSTER))
                .param("id", ending.id())
                .param("kind", ending.kind())
                .param("made", madeTarget(became))
                .param("outcome", ending.outcome())
                .param("status", became.status())
                .param("problem", became.problem())
                .param("now", Timestamp.from(clock.instant()))
                .param("from", ending.answeredFrom())
                .param("calls", ending.leelooCalls())
                .param("story", JSON.writeValueAsString(ending.story()))
                .param("mac", macs.of(ending))
                .param("operation", ending.operationId())
                .param(
                        "earliest",
                        UuidV7Generator.first(
                                UuidV7Generator.at(ending.operationId()).minus(CLOCKS)))
                .update();
        if (written == 0) {
            log.error(
                    "the diary does not know how change {} began, so its end is not in it either",
                    ending.operationId());
        }
        if (became.madeId() != null) {
            claim(ending.operationId(), became.madeId(), ledger);
        }
    }

    /** Whoever was made with a phone or an e-mail is whom its pseudonym is erased with. */
    private void claim(UUID operationId, String personId, JdbcClient ledger) {
        var names = ledger.sql("""
                        select substr(mark, 3) as pseudonym from audit_events, unnest(about) as mark
                        where operation_id = :operation and kind = 'begun' and target_kind = 'people' and mark like 'n:%'""")
                .param("operation", operationId)
                .query((row, _) -> row.getString("pseudonym"))
                .list();
        if (!names.isEmpty()) {
            pseudonyms.belong(personId, names, ledger);
        }
    }

    private static @Nullable String madeTarget(ChangeEnd became) {
        return became.madeId() == null ? null : AuditTargets.target(became.madeId());
    }
}
