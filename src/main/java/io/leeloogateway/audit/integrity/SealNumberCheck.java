package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.EventHmac;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether all seals are there that were set, whatever they seal. */
@Component
public class SealNumberCheck {

    private static final int PART = 250_000;

    private final SealRepository seals;
    private final JdbcClient database;
    private final EventHmac macs;

    SealNumberCheck(SealRepository seals, JdbcClient database, EventHmac macs) {
        this.seals = seals;
        this.database = database;
        this.macs = macs;
    }

    /** Also the one that was noted, if one was. */
    void look(@Nullable String noted, Findings findings) {
        if (noted != null) {
            lookFor(noted, findings);
        }
        var newest = seals.newest();
        if (newest.isEmpty() && areEventsWaiting()) {
            findings.add("there are events of more than an hour ago, and not a single seal");
        }
        lookForGaps(findings);
        lookForLost(findings);
    }

    /** By rows, not by numbers: somebody may have set one far beyond the others. */
    private void lookForGaps(Findings findings) {
        numbers("select number from audit_seals where number < 1 order by number limit :most", 0, 0)
                .forEach(number ->
                        findings.add(new Finding(number, null, null, "no gateway gives a seal such a number")));
        var before = 0L;
        for (var last = last(before); last.isPresent(); last = last(before)) {
            numbers("""
                            select number from (select number, lag(number, 1, :before) over (order by number) as before
                                from audit_seals where number > :before and number <= :last) as part
                            where before <> number - 1 order by number limit :most""", before, last.get())
                    .forEach(number -> findings.add(new Finding(
                            number, null, null, "the seals before this one are gone, or the last of them")));
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
                .param("most", Findings.MOST)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** What gateways told, whenever that was. */
    private void lookForLost(Findings findings) {
        database.sql("select * from audit_events where operation = :operation order by entry_id")
                .withFetchSize(SegmentReader.FETCHED)
                .param("operation", MissingSealDetector.LOST)
                .query(row -> {
                    if (macs.isRight(row)) {
                        var at = Findings.at(row.getString("id"));
                        findings.add(new Finding(null, at, at, MissingSealDetector.told(row.getString("request_id"))));
                    }
                });
    }

    private void lookFor(String noted, Findings findings) {
        var number = Long.parseLong(noted.substring(0, noted.indexOf(':')));
        var hmac = noted.substring(noted.indexOf(':') + 1);
        var found = seals.at(number);
        if (found.isEmpty()) {
            findings.add(new Finding(number, null, null, "the seal that was noted is gone"));
        } else if (!found.get().hmac().startsWith(hmac)) {
            findings.add(found.get(), "the seal is not the one that was noted");
        }
    }

    /** Although nothing has kept the sealer from them. */
    private boolean areEventsWaiting() {
        return database.sql("""
                        select exists (select 1 from audit_events where id < audit_first_id(now() - interval '1 hour')
                            and (cluster <> %s or xid < pg_snapshot_xmin(pg_current_snapshot())))""".formatted(AuditEventRepository.THIS_CLUSTER))
                .query(Boolean.class)
                .single();
    }
}
