package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.SendFacts;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds other operations that may explain what Leeloo shows. */
@Repository
class CompetingOperations {

    /** The longest time from the record of a change to its response. */
    private static final Duration MAX_SEND_TIME = Duration.ofMinutes(10);

    /** Somebody decided before absence proves anything: Leeloo may have applied the change after that, or still apply it. */
    private static final String RESOLVED_EARLY =
            "other.outcome = 'not_applied' and other.finished_at >= :at and other.finished_at < other.started_at + interval '%d seconds'"
                    .formatted(ReconciliationDecision.MIN_ABSENCE.toSeconds());

    private final JdbcClient database;

    CompetingOperations(JdbcClient database) {
        this.database = database;
    }

    SendFacts factsFor(OperationRow row, List<String> fingerprints) {
        return new SendFacts(
                row.startedAt(),
                claimedIds(row),
                countEqual(row, fingerprints) + countSimilar(row, fingerprints),
                countRivals(row));
    }

    /** Whether a later change, or an earlier one that took effect late, may have hit the same target, so that its state proves nothing about this change. */
    boolean isChangedAfter(OperationRow row, List<String> changes) {
        return database.sql("""
                        select exists (select 1 from operations other where coalesce(target_id, created_id) = :target and id <> :id
                            and change in (:changes) and related_id is not distinct from :related and id > :earliest
                            and (outcome in ('sending', 'unknown') or outcome = 'applied' and finished_at >= :at or %s))""".formatted(RESOLVED_EARLY))
                .param("target", row.targetId())
                .param("id", row.id())
                .param("changes", changes)
                .param("related", row.relatedId())
                .param("earliest", UuidV7Generator.lowerBound(row.startedAt().minus(MAX_SEND_TIME)))
                .param("at", Timestamp.from(row.startedAt()))
                .query(Boolean.class)
                .single();
    }

    /** What other operations created, and people that were changed: somebody knows them, and may have given them the phone of the check. */
    private Set<String> claimedIds(OperationRow row) {
        return new HashSet<>(database.sql("""
                        select distinct coalesce(created_id, target_id) as claimed_id from operations where id <> :id and id > :earliest
                            and (created_id is not null or :change = 'CreatePerson' and change = 'ChangePerson'
                                and outcome not in ('rejected', 'not_sent'))""")
                .param("change", row.change())
                .param("id", row.id())
                .param("earliest", UuidV7Generator.lowerBound(row.startedAt().minus(MAX_SEND_TIME)))
                .query((found, _) -> found.getString("claimed_id"))
                .list());
    }

    /** Also changes in Leeloo's words, whose fingerprints begin with that of the plain change. */
    private int countEqual(OperationRow row, List<String> fingerprints) {
        return database.sql("""
                        select count(*) from operations other where left(fingerprint, 64) in (:fingerprints) and id <> :id and id between :earliest and :latest
                            and (outcome in ('sending', 'unknown') or outcome = 'applied' and finished_at >= :at or %s)""".formatted(RESOLVED_EARLY))
                .param("fingerprints", fingerprints)
                .param("id", row.id())
                .param("earliest", UuidV7Generator.lowerBound(row.startedAt().minus(MAX_SEND_TIME)))
                .param("latest", UuidV7Generator.lowerBound(row.startedAt().plus(SendFacts.COMPETITION)))
                .param("at", Timestamp.from(row.startedAt()))
                .query(Integer.class)
                .single();
    }

    /**
     * Other changes that may look the same at Leeloo: texts that templates and tunnels send, and creations of a person with the same phone or e-mail,
     * or resolved by hand, which keeps neither the request nor the id of the person.
     */
    private int countSimilar(OperationRow row, List<String> fingerprints) {
        return database.sql("""
                        select count(*) from operations other join operations own on own.id = :id
                        where other.id <> own.id and other.id between :earliest and :latest and left(other.fingerprint, 64) not in (:fingerprints)
                            and (own.change = 'SendMessage'
                                    and (other.change in ('SendTemplate', 'Subscribe')
                                        or other.change = own.change and length(other.fingerprint) > 64)
                                    and other.target_id = own.target_id
                                    and (other.outcome in ('sending', 'unknown')
                                        or other.outcome = 'applied' and other.finished_at >= :at or %1$s)
                                or own.change = 'CreatePerson' and other.change = own.change and other.created_id is null
                                    and (other.outcome = 'applied' and other.finished_at >= :at or %1$s)
                                or own.change = 'CreatePerson' and other.change = own.change and other.outcome in ('sending', 'unknown')
                                    and (regexp_replace(other.request::jsonb ->> 'phone', '[^0-9]', '', 'g')
                                            = regexp_replace(own.request::jsonb ->> 'phone', '[^0-9]', '', 'g')
                                        or lower(trim(other.request::jsonb ->> 'email')) = lower(trim(own.request::jsonb ->> 'email'))))""".formatted(RESOLVED_EARLY))
                .param("id", row.id())
                .param("fingerprints", fingerprints)
                .param("earliest", UuidV7Generator.lowerBound(row.startedAt().minus(MAX_SEND_TIME)))
                .param("latest", UuidV7Generator.lowerBound(row.startedAt().plus(SendFacts.COMPETITION)))
                .param("at", Timestamp.from(row.startedAt()))
                .query(Integer.class)
                .single();
    }

    /** Includes operations resolved by hand: the id that they created is not known. */
    private int countRivals(OperationRow row) {
        return database.sql("""
                        select count(*) from operations other where change = :change and coalesce(target_id, created_id) = :target
                            and id <> :id and (outcome in ('sending', 'unknown') and id > :earliest
                                or outcome = 'applied' and created_id is null and finished_at >= :at or %s)""".formatted(RESOLVED_EARLY))
                .param("change", row.change())
                .param("target", row.targetId())
                .param("id", row.id())
                .param("earliest", UuidV7Generator.lowerBound(row.startedAt().minus(MAX_SEND_TIME)))
                .param("at", Timestamp.from(row.startedAt()))
                .query(Integer.class)
                .single();
    }
}
