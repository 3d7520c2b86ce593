package io.leeloogateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchPlacesTests {

    private final SearchPlaces places = new SearchPlaces();

    @Test
    void searchBeyondThePlacesIsRefusedUntilAnotherEnds() throws InterruptedException {
        var running = new CountDownLatch(SearchPlaces.PLACES);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var searches = IntStream.range(0, SearchPlaces.PLACES)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> places.with(() -> await(running, end)), threads))
                    .toList();
            running.await();

            assertThatExceptionOfType(TooManySearches.class).isThrownBy(() -> places.with(() -> true));

            end.countDown();
            searches.forEach(CompletableFuture::join);
        }
        assertThat(places.with(() -> true)).isTrue();
    }

    private static boolean await(CountDownLatch running, CountDownLatch end) {
        running.countDown();
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
