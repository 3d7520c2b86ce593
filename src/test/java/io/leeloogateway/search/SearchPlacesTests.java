package io.leeloogateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchPlacesTests {

    private final SearchPlaces places = new SearchPlaces();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void searchBeyondThePlacesIsRefusedUntilAnotherEnds() throws InterruptedException {
        var ofCrm = occupy("crm", SearchPlaces.PLACES_PER_CLIENT);
        var ofShop = occupy("shop", SearchPlaces.PLACES - SearchPlaces.PLACES_PER_CLIENT);

        assertThatExceptionOfType(TooManySearches.class).isThrownBy(() -> search("mail", () -> true));

        end.countDown();
        CompletableFuture.allOf(ofCrm, ofShop).join();
        assertThat(search("mail", () -> true)).isTrue();
    }

    @Test
    void searchesOfOneClientLeavePlacesToOthers() throws InterruptedException {
        var ofCrm = occupy("crm", SearchPlaces.PLACES_PER_CLIENT);
        var third = CompletableFuture.supplyAsync(() -> search("crm", () -> true), threads);

        assertThat(search("shop", () -> true)).isTrue();
        assertThat(third).isNotDone();

        end.countDown();
        ofCrm.join();
        assertThat(third.join()).isTrue();
    }

    /** The searches go on until the end. */
    private CompletableFuture<Void> occupy(String clientId, int number) throws InterruptedException {
        var running = new CountDownLatch(number);
        var searches = IntStream.range(0, number)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> search(clientId, () -> awaitEnd(running)), threads))
                .toArray(CompletableFuture<?>[]::new);
        running.await();
        return CompletableFuture.allOf(searches);
    }

    private <T> T search(String clientId, Supplier<T> search) {
        var context = new RequestContext("request", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        return context.run(() -> places.with(search));
    }

    private boolean awaitEnd(CountDownLatch running) {
        running.countDown();
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
