package io.leeloogateway.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientPlacesTests {

    private final ClientPlaces places = new ClientPlaces(4, 2);

    @Test
    void clientHasABoundOfItsOwn() {
        take("crm", 2);

        assertThat(take("crm")).isEmpty();
        assertThat(take("shop")).isPresent();
    }

    @Test
    void allClientsTogetherHaveABound() {
        take("crm", 2);
        take("shop", 2);

        assertThat(take("mail")).isEmpty();
    }

    @Test
    void closedPlaceIsFree() {
        for (var round = 0; round < 10; round++) {
            take("crm", 2).forEach(ClientPlaces.Place::close);
        }

        assertThat(take("crm")).isPresent();
    }

    @Test
    void requestWaitsForAPlaceOfItsClient() throws InterruptedException {
        take("crm");
        var held = take("crm").orElseThrow();
        var next = new AtomicReference<Optional<ClientPlaces.Place>>();
        var waiting = Thread.startVirtualThread(() -> next.set(take("crm", Duration.ofMinutes(1))));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        held.close();

        waiting.join();
        assertThat(next.get()).isPresent();
    }

    private List<ClientPlaces.Place> take(String clientId, int number) {
        var taken = new ArrayList<ClientPlaces.Place>();
        for (var i = 0; i < number; i++) {
            taken.add(take(clientId).orElseThrow());
        }
        return taken;
    }

    private Optional<ClientPlaces.Place> take(String clientId) {
        return take(clientId, Duration.ZERO);
    }

    private Optional<ClientPlaces.Place> take(String clientId, Duration maxWait) {
        var context = new RequestContext("request", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        return context.run(() -> places.take(maxWait));
    }
}
