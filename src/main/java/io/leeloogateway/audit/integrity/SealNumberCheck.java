package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.EventHmac;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that no seal is missing, independent of the sealed events. */
@Component
public class SealNumberCheck {

    private static final int PART = 250_000;

    private final SealRepository seals;
    private final JdbcClient database;
    private final EventHmac hmacs;

    SealNumberCheck(SealRepository seals, JdbcClient database, EventHmac hmacs) {
        this.seals = seals;
        this.database = database;
        this.hmacs = hmacs;
    }

    /** Also checks the noted seal, if given. */
    void check(@Nullable String noted, Findings findings) {
        if (noted != null) {
            checkNoted(noted, findings);
        }
        var newest = seals.newest();
        if (newest.isEmpty() && hasOldEvents()) {
            findings.add("events older than an hour exist, but no seal");
        }
        findGaps(findings);
        addRecordedLosses(findings);
    }

    /** Reads rows instead of counting up, because a manipulated number can be far beyond the others. */
    private void findGaps(Findings findings) {
        numbers("select number from audit_seals where number < 1 order by number limit :max", 0, 0)
                .forEach(
                        number -> findings.add(new Finding(number, null, null, "no gateway gives a seal this number")));
        var before = 0L;
        for (var last = last(before); last.isPresent(); last = last(before)) {
            numbers("""
                            select number from (select number, lag(number, 1, :before) over (order by number) as before
                                from audit_seals where number > :before and number <= :last) as part
                            where before <> number - 1 order by number limit :max""", before, last.get())
                    .forEach(number ->
                            findings.add(new Finding(number, null, null, "the previous seal is missing, or several")));
            before = last.get();
        }
    }

    private Optional<Long> last(long before) {
        return database.sql("""
                        select number from (select number from audit_seals where number > :before order by number limit :part) as part
                        order by number desc limit 1""")
                .param("before", before)
                .param("part", PART)
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    private List<Long> numbers(String sql, long before, long last) {
        return database.sql(sql)
                .param("before", before)
                .param("last", last)
                .param("max", Findings.MAX_KEPT)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Adds the missing seals that gateways recorded at any time. */
    private void addRecordedLosses(Findings findings) {
        database.sql("select * from audit_events where action = :action order by entry_id")
                .withFetchSize(SegmentReader.FETCH_SIZE)
                .param("action", MissingSealDetector.ACTION)
                .query(row -> {
                    if (hmacs.isValid(row)) {
                        var at = Findings.at(row.getString("id"));
                        findings.add(
                                new Finding(null, at, at, MissingSealDetector.describe(row.getString("request_id"))));
                    }
                });
    }

    private void checkNoted(String noted, Findings findings) {
        var number = Long.parseLong(noted.substring(0, noted.indexOf(':')));
        var hmac = noted.substring(noted.indexOf(':') + 1);
        var found = seals.at(number);
        if (found.isEmpty()) {
            findings.add(new Finding(number, null, null, "the noted seal is missing"));
        } else if (!found.get().hmac().startsWith(hmac)) {
            findings.add(found.get(), "the seal differs from the noted one");
        }
    }

    /** Whether old events exist that the sealer should have sealed. */
    private boolean hasOldEvents() {
        return database.sql("""
                        select exists (select 1 from audit_events where id < audit_first_id(now() - interval '1 hour')
                            and (cluster <> %s or xid < pg_snapshot_xmin(pg_current_snapshot())))""".formatted(AuditEventRepository.THIS_CLUSTER))
                .query(Boolean.class)
                .single();
    }
}
