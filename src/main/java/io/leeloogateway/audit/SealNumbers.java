package io.leeloogateway.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether all seals are there that were set, whatever they seal. */
@Component
class SealNumbers {

    private static final long PART = 500_000;

    private final Seals seals;
    private final JdbcClient database;

    SealNumbers(Seals seals, JdbcClient database) {
        this.seals = seals;
        this.database = database;
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
        for (var from = 1L; newest.isPresent() && from <= newest.get().number(); from += PART) {
            seals.orphans(from, from + PART - 1, Findings.MOST)
                    .forEach(number -> findings.add(new Finding(
                            number, null, null, "the seals before this one are gone, or the last of them")));
        }
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
                            and (cluster <> %s or xid < pg_snapshot_xmin(pg_current_snapshot())))""".formatted(Events.THIS_CLUSTER))
                .query(Boolean.class)
                .single();
    }
}
