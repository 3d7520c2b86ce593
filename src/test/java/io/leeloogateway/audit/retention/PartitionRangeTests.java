package io.leeloogateway.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PartitionRangeTests {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    @Test
    void rangesCoverAllTimeWithoutGapOrOverlap() {
        var back = PartitionRange.backwardsFrom(null, NOW);

        assertThat(back)
                .containsExactly(
                        new PartitionRange(LocalDate.of(2026, 3, 1), null),
                        new PartitionRange(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 3, 1)),
                        new PartitionRange(null, LocalDate.of(2025, 12, 1)));
    }

    @Test
    void firstRangeIsTheMonthOfTheMoment() {
        assertThat(PartitionRange.backwardsFrom(Instant.parse("2026-02-28T23:59:59Z"), NOW)
                        .getFirst())
                .isEqualTo(new PartitionRange(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)));
        assertThat(PartitionRange.backwardsFrom(Instant.parse("2099-01-01T00:00:00Z"), NOW)
                        .getFirst())
                .isEqualTo(new PartitionRange(LocalDate.of(2026, 3, 1), null));
    }

    @Test
    void rangeEndsBeforeTheFollowingMonth() {
        var some = PartitionRange.backwardsFrom(null, NOW).get(1);

        assertThat(some.endsBefore(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(some.endsBefore(Instant.parse("2026-02-28T23:59:59Z"))).isFalse();
        assertThat(some.endsBefore(null)).isFalse();
    }
}
