package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks a list whose pages shift, are clamped, repeat or lie. */
class WalkTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 2", "20, 2", "99, 2", "100, 2", "101, 2", "1000, 11", "100000, 1031"})
    void stableListIsWalkedWithFewCalls(int size, int calls) {
        var list = new FakeList(size);

        var end = list.walk((_, _) -> {});

        assertThat(end.state()).isEqualTo(Walk.State.COMPLETE);
        assertThat(list.met).hasSize(size);
        assertThat(list.calls).isLessThanOrEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "2, 40", "7, 20", "10, 100", "50, 100", "99, 100"})
    void clampedPagesLoseNothing(int clamp, int size) {
        var list = new FakeList(size);
        list.clamp = clamp;
        list.total = clamp;

        assertThat(list.walk((_, _) -> {}).state()).isEqualTo(Walk.State.COMPLETE);
        assertThat(list.met).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "100", "5000", "999999"})
    void lyingTotalLosesNothing(long total) {
        var list = new FakeList(1000);
        list.total = total;

        assertThat(list.walk((_, _) -> {}).state()).isEqualTo(Walk.State.COMPLETE);
        assertThat(list.met).hasSize(1000);
    }

    /** Rows vanish before the position of the walk, so that the rows behind it move up. */
    @ParameterizedTest
    @CsvSource({"1", "3", "4", "10", "60", "99"})
    void rowsThatMoveUpAreNotLost(int removed) {
        var list = new FakeList(2000);

        var end = list.walk((rows, call) -> {
            if (call == 5 || call == 9) {
                rows.subList(0, removed).clear();
            }
        });

        assertThat(end.state()).isEqualTo(Walk.State.COMPLETE);
        assertThat(list.met).containsAll(list.rows);
    }

    @Test
    void rowsThatMoveDownAreMetOnce() {
        var list = new FakeList(1000);

        var end = list.walk((rows, call) -> rows.addFirst("new " + call));

        assertThat(end.state()).isEqualTo(Walk.State.COMPLETE);
        assertThat(end.met()).isEqualTo(list.met.size());
        assertThat(list.met)
                .containsAll(IntStream.range(0, 1000).mapToObj(FakeList::row).toList());
    }

    @Test
    void listThatShrinksToNothingEnds() {
        var list = new FakeList(500);

        var end = list.walk((rows, call) -> {
            if (call == 2) {
                rows.clear();
            }
        });

        assertThat(end.state()).isEqualTo(Walk.State.COMPLETE);
    }

    @Test
    void serverThatIgnoresTheOffsetIsNoticed() {
        var list = new FakeList(1000);
        list.ignoresOffset = true;

        var end = list.walk((_, _) -> {});

        assertThat(end.state()).isEqualTo(Walk.State.INCONSISTENT);
        assertThat(end.inconsistency(1000)).startsWith("Leeloo repeats rows");
        assertThat(list.calls).isLessThan(600);
    }

    @Test
    void wholeSmallListIsNoRepetition() {
        var list = new FakeList(20);
        list.ignoresOffset = true;

        assertThat(list.walk((_, _) -> {}).state()).isEqualTo(Walk.State.COMPLETE);
    }

    @Test
    void emptyFirstPageOfAFullListIsInconsistent() {
        var list = new FakeList(0);
        list.total = 5607L;

        var end = list.walk((_, _) -> {});

        assertThat(end.state()).isEqualTo(Walk.State.INCONSISTENT);
        assertThat(end.inconsistency(5607)).contains("5607", "has none");
    }

    @Test
    void emptyPagesInTheMiddleAreNoEnd() {
        var list = new FakeList(1000);
        list.emptyFrom = 300;

        var end = list.walk((_, _) -> {});

        assertThat(end.state()).isEqualTo(Walk.State.INCONSISTENT);
        assertThat(end.inconsistency(1000)).contains("do not continue one another");
    }

    /** A list with offset pagination and its faults. */
    private static final class FakeList {

        private final List<String> rows;
        private final Set<String> met = new HashSet<>();
        private int clamp = Walk.LIMIT;
        private long total;
        private boolean ignoresOffset;
        private int emptyFrom = Integer.MAX_VALUE;
        private int calls;

        FakeList(int size) {
            rows = new ArrayList<>(
                    IntStream.range(0, size).mapToObj(FakeList::row).toList());
            total = size;
        }

        static String row(int number) {
            return "row " + number;
        }

        /** Changes the list after each call. */
        Walk walk(BiConsumer<List<String>, Integer> change) {
            var walk = Walk.START;
            while (walk.state() == Walk.State.UNFINISHED) {
                walk = walk.after(read(walk.offset()));
                change.accept(rows, calls);
            }
            return walk;
        }

        private WalkPage read(int offset) {
            calls++;
            var page = page(offset).toList();
            var startsKnown = !page.isEmpty() && met.contains(page.getFirst());
            var fresh = (int) page.stream().filter(met::add).count();
            return new WalkPage(page.size(), fresh, startsKnown, total, false);
        }

        private Stream<String> page(int offset) {
            return offset >= emptyFrom
                    ? Stream.of()
                    : rows.stream().skip(ignoresOffset ? 0 : offset).limit(clamp);
        }
    }
}
