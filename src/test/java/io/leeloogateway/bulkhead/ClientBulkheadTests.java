package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientBulkheadTests {

    private ClientBulkhead bulkhead = new ClientBulkhead(4, 2);

    @Test
    void clientHasABoundOfItsOwn() {
        acquire("crm", 2);

        assertThat(acquire("crm")).isEmpty();
        assertThat(acquire("shop")).isPresent();
    }

    @Test
    void allClientsTogetherHaveABound() {
        acquire("crm", 2);
        acquire("shop", 2);

        assertThat(acquire("mail")).isEmpty();
    }

    @Test
    void releasedPermitIsFree() {
        for (var round = 0; round < 10; round++) {
            acquire("crm", 2).forEach(ClientBulkhead.Permit::close);
        }

        assertThat(acquire("crm")).isPresent();
    }

    @Test
    void requestWaitsForAPermitOfItsClient() throws InterruptedException {
        acquire("crm");
        var held = acquire("crm").orElseThrow();
        var next = new AtomicReference<Optional<ClientBulkhead.Permit>>();
        var waiting = Thread.startVirtualThread(() -> next.set(acquire("crm", Duration.ofMinutes(1))));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        held.close();

        waiting.join();
        assertThat(next.get()).isPresent();
    }

    @Test
    void clientWithoutAPermitPrecedesOthers() {
        acquire("crm", 2);
        var first = acquire("mail").orElseThrow();
        acquire("shop");
        var order = new LinkedBlockingQueue<String>();
        waitFor("shop", order);
        waitFor("sms", order);

        first.close();

        await().until(() -> order.size() == 2);
        assertThat(order).containsExactly("sms", "shop");
    }

    @Test
    void earliestOfEqualClientsComesFirst() {
        acquire("crm", 2);
        acquire("mail");
        var held = acquire("shop").orElseThrow();
        var order = new LinkedBlockingQueue<String>();
        List.of("a", "b", "c").forEach(clientId -> waitFor(clientId, order));

        held.close();

        await().until(() -> order.size() == 3);
        assertThat(order).containsExactly("a", "b", "c");
    }

    @Test
    void clientsWithManyRequestsTakeTurnsWithOneThatHasOne() {
        bulkhead = new ClientBulkhead(3, 1);
        var held = Stream.of("a", "b", "c")
                .map(clientId -> acquire(clientId).orElseThrow())
                .toList();
        var order = new LinkedBlockingQueue<String>();
        for (var round = 0; round < 5; round++) {
            List.of("a", "b", "c").forEach(clientId -> waitFor(clientId, order));
        }
        waitFor("d", order);

        held.getFirst().close();

        await().until(() -> !order.isEmpty());
        assertThat(order.peek()).isEqualTo("d");
        held.stream().skip(1).forEach(ClientBulkhead.Permit::close);
        await().until(() -> order.size() == 16);
    }

    @Test
    void fewRequestsOfAClientWait() {
        acquire("crm", 2);
        waitFor("crm", new LinkedBlockingQueue<>());
        var refused = new AtomicReference<Optional<ClientBulkhead.Permit>>();
        Thread.startVirtualThread(() -> refused.set(acquire("crm", Duration.ofMinutes(1), 1)));

        await().untilAtomic(refused, notNullValue());

        assertThat(refused.get()).isEmpty();
    }

    /** Releases the permit after a moment. */
    private void waitFor(String clientId, Queue<String> order) {
        var waiting = Thread.startVirtualThread(() -> {
            try (var _ = acquire(clientId, Duration.ofMinutes(1)).orElseThrow()) {
                order.add(clientId);
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    }

    private List<ClientBulkhead.Permit> acquire(String clientId, int number) {
        var acquired = new ArrayList<ClientBulkhead.Permit>();
        for (var i = 0; i < number; i++) {
            acquired.add(acquire(clientId).orElseThrow());
        }
        return acquired;
    }

    private Optional<ClientBulkhead.Permit> acquire(String clientId) {
        return acquire(clientId, Duration.ZERO);
    }

    private Optional<ClientBulkhead.Permit> acquire(String clientId, Duration maxWait) {
        return acquire(clientId, maxWait, Integer.MAX_VALUE);
    }

    private Optional<ClientBulkhead.Permit> acquire(String clientId, Duration maxWait, int maxWaiters) {
        var context = new RequestContext("request", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        return context.run(() -> bulkhead.tryAcquire(maxWait, maxWaiters));
    }
}
