package io.leeloogateway.audit.retention;

import io.leeloogateway.request.UuidV7Generator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole months (UTC) of the diary, which are tables of their own: from one on, and before another; open where there is none. */
public record PartitionRange(
        @Nullable LocalDate from, @Nullable LocalDate before) {

    private static final int SOME = 3;

    /** Longer and longer ones: what is found often is found in the first, what is found seldom is not much in all of them. */
    public static List<PartitionRange> back(@Nullable Instant before, Instant now) {
        if (before == null || before.isAfter(now)) {
            return back(month(now), null);
        }
        var month = month(before.isBefore(Instant.EPOCH) ? Instant.EPOCH : before);
        return back(month, month.plusMonths(1));
    }

    private static List<PartitionRange> back(LocalDate month, @Nullable LocalDate next) {
        var some = month.minusMonths(SOME);
        return List.of(
                new PartitionRange(month, next), new PartitionRange(some, month), new PartitionRange(null, some));
    }

    private static LocalDate month(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).withDayOfMonth(1);
    }

    public boolean isBefore(@Nullable Instant moment) {
        return moment != null && before != null && !start(before).isAfter(moment);
    }

    /** Of these months' tables. */
    public String of(String column) {
        var from = this.from == null ? "true" : column + " >= " + first(this.from);
        return before == null ? from : from + " and " + column + " < " + first(before);
    }

    /** What came after the time of those, and is told in later months: a request under way at their turn, a change that was settled late. */
    public String later() {
        return before == null ? "false" : of("entry_id") + " and id >= " + first(before);
    }

    /** Part of the text, so that it is planned for those months only. */
    private static String first(LocalDate month) {
        return "'" + UuidV7Generator.first(start(month)) + "'";
    }

    private static Instant start(LocalDate month) {
        return month.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
