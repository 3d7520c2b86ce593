package io.leeloogateway.audit.retention;

import io.leeloogateway.request.UuidV7Generator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of monthly partitions (UTC) from one month to before another; open without a bound. */
public record PartitionRange(
        @Nullable LocalDate from, @Nullable LocalDate before) {

    private static final int RECENT_MONTHS = 3;

    /** Splits the time before a moment into growing ranges: frequent entries are found in the first, rare ones are few in all of them. */
    public static List<PartitionRange> backwardsFrom(@Nullable Instant before, Instant now) {
        if (before == null || before.isAfter(now)) {
            return backwardsFrom(month(now), null);
        }
        var month = month(before.isBefore(Instant.EPOCH) ? Instant.EPOCH : before);
        return backwardsFrom(month, month.plusMonths(1));
    }

    private static List<PartitionRange> backwardsFrom(LocalDate month, @Nullable LocalDate next) {
        var recent = month.minusMonths(RECENT_MONTHS);
        return List.of(
                new PartitionRange(month, next), new PartitionRange(recent, month), new PartitionRange(null, recent));
    }

    private static LocalDate month(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).withDayOfMonth(1);
    }

    public boolean endsBefore(@Nullable Instant moment) {
        return moment != null && before != null && !start(before).isAfter(moment);
    }

    /** A condition that selects the partitions of this range. */
    public String condition(String column) {
        var from = this.from == null ? "true" : column + " >= " + first(this.from);
        return before == null ? from : from + " and " + column + " < " + first(before);
    }

    /** Selects later events of these entries: a request in progress at the end of a month, or a change that was resolved late. */
    public String lateEventCondition() {
        return before == null ? "false" : condition("entry_id") + " and id >= " + first(before);
    }

    /** A literal, so that the plan covers only these partitions. */
    private static String first(LocalDate month) {
        return "'" + UuidV7Generator.lowerBound(start(month)) + "'";
    }

    private static Instant start(LocalDate month) {
        return month.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
