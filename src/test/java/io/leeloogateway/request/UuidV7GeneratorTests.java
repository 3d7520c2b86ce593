package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids sort in the order of their creation, also within a millisecond and after small clock corrections. */
class UuidV7GeneratorTests {

    private static final Instant NOW = Instant.parse("2026-11-23T08:15:30.123Z");

    private final ManualClock clock = new ManualClock();
    private final UuidV7Generator ids = new UuidV7Generator(clock, new SecureRandom());

    /** A clock that tests set. */
    private static final class ManualClock extends Clock {

        private volatile Instant moment = NOW;

        @Override
        public Instant instant() {
            return moment;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void idsOfOneMillisecondSortInOrderOfCreation() {
        var made = made(100_000);

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(UuidV7Generator.timestamp(made.getFirst())).isEqualTo(NOW);
    }

    @Test
    void smallClockStepBackKeepsTheOrder() {
        var before = ids.next();
        clock.moment = NOW.minusSeconds(59);

        assertThat(ids.next()).isGreaterThan(before);

        clock.moment = NOW.plusMillis(1);
        assertThat(UuidV7Generator.timestamp(ids.next())).isEqualTo(NOW.plusMillis(1));
    }

    /** Otherwise a clock that was years ahead for a moment would determine all ids for years. */
    @Test
    void largeClockStepBackResetsTheGenerator() {
        clock.moment = NOW.plus(Duration.ofDays(3650));
        ids.next();
        clock.moment = NOW;

        assertThat(UuidV7Generator.timestamp(ids.next())).isEqualTo(NOW);
    }

    @Test
    void concurrentIdsAreUnique() {
        var making = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> made(20_000)))
                .toList();

        var all = making.stream().map(CompletableFuture::join).toList();
        assertThat(all).allSatisfy(some -> assertThat(some).isSorted());
        assertThat(all.stream().flatMap(List::stream).map(UuidV7GeneratorTests::place))
                .doesNotHaveDuplicates();
    }

    private List<UUID> made(int number) {
        return Stream.generate(ids::next).limit(number).toList();
    }

    /** The timestamp and counter of an id. */
    private static long place(UUID id) {
        return id.getMostSignificantBits();
    }
}
