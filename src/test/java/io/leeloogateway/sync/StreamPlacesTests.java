package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamPlacesTests {

    private final StreamPlaces places = new StreamPlaces();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void clientHasABoundOfItsOwn() {
        assertThatThrownBy(() -> open("crm", StreamPlaces.PLACES_PER_CLIENT + 1))
                .isInstanceOf(TooManyStreams.class)
                .hasMessageContaining("this client has 8 streams open");
        assertThat(opened).hasValue(StreamPlaces.PLACES_PER_CLIENT);
    }

    @Test
    void allClientsTogetherHaveABound() {
        assertThatThrownBy(() -> openOfNewClients(StreamPlaces.PLACES + 1))
                .isInstanceOf(TooManyStreams.class)
                .hasMessageContaining("too many streams");
        assertThat(opened).hasValue(StreamPlaces.PLACES);
    }

    @Test
    void placeOfAnEndedStreamIsFree() {
        for (var round = 0; round < StreamPlaces.PLACES; round++) {
            open("crm", StreamPlaces.PLACES_PER_CLIENT);
        }

        assertThat(opened).hasValue(StreamPlaces.PLACES * StreamPlaces.PLACES_PER_CLIENT);
    }

    /** All are open at the same time. */
    private void open(String client, int number) {
        if (number > 0) {
            places.with(client, () -> {
                opened.incrementAndGet();
                open(client, number - 1);
            });
        }
    }

    private void openOfNewClients(int number) {
        if (number > 0) {
            places.with("client-" + number, () -> {
                opened.incrementAndGet();
                openOfNewClients(number - 1);
            });
        }
    }
}
