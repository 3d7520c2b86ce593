package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the diary again and compares it with its seals. */
@Component
class Verifier {

    private static final int BATCH = 500;

    private final Seals seals;
    private final Segments segments;
    private final JdbcClient database;
    private final KeyedHash hashes;

    Verifier(Seals seals, Segments segments, JdbcClient database, Pepper pepper) {
        this.seals = seals;
        this.segments = segments;
        this.database = database;
        this.hashes = pepper.hashFor(Sealer.PURPOSE);
    }

    /** The segments with events from then until before then; all of them if neither is given. */
    @Transactional(readOnly = true)
    VerificationView verify(@Nullable Instant from, @Nullable Instant to) {
        var check = new Check(segments, hashes, months());
        var range = seals.between(
                from == null ? null : TimeOrderedIds.first(from), to == null ? null : TimeOrderedIds.first(to));
        range.ifPresent(numbers -> walk(check, numbers));
        check.findStrays(strays());
        return check.view(seals.newest().map(VerificationView.NewestSeal::of).orElse(null));
    }

    /** From one before, on which the first hangs. */
    private void walk(Check check, Seals.Range numbers) {
        seals.after(numbers.first() - 2, numbers.first() - 1, 1).forEach(check::hangOn);
        check.expect(numbers.first());
        for (var batch = seals.after(numbers.first() - 1, numbers.last(), BATCH);
                !batch.isEmpty();
                batch = seals.after(batch.getLast().number(), numbers.last(), BATCH)) {
            batch.forEach(check::look);
        }
        check.end(numbers.last());
    }

    private Set<LocalDate> months() {
        return Set.copyOf(database.sql("select audit_months()")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list());
    }

    /** Events of transactions that never were, or that no cluster counted. */
    private long strays() {
        return database.sql("""
                        select (select count(*) from audit_events where era < 1 or era > (select max(era) from audit_eras))
                            + (select count(*) from audit_events where era = (select max(era) from audit_eras)
                                and xid >= pg_snapshot_xmax(pg_current_snapshot()))""").query(Long.class).single();
    }
}
