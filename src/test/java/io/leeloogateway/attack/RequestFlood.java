package io.leeloogateway.attack;

import io.leeloogateway.fixtures.KeptConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sends these requests again and again over several connections, each request as soon as the one before it is answered.
 *
 * @param addresses the number of addresses that the connections come from
 */
record RequestFlood(int connections, int addresses, Duration duration, Function<Target, List<RawMessage>> requests)
        implements Attack {

    /** A request head without Host and the empty line, and its body. */
    record RawMessage(String head, String body) {

        RawMessage(String head) {
            this(head, "");
        }
    }

    @Override
    public void run(Target target) throws Exception {
        var end = Instant.now().plus(duration);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = IntStream.range(0, connections)
                    .mapToObj(i -> Executors.callable(() -> send(target, Target.address(1 + i % addresses), end)))
                    .toList();
            for (var sent : threads.invokeAll(senders)) {
                sent.get();
            }
        }
    }

    private void send(Target target, InetAddress source, Instant end) {
        var messages = requests.apply(target);
        var sent = 0;
        while (Instant.now().isBefore(end)) {
            try (var connection = new KeptConnection(target.port(), source)) {
                while (Instant.now().isBefore(end)) {
                    var message = messages.get(sent % messages.size());
                    sent++;
                    connection.send(message.head() + "\nHost: localhost", message.body());
                }
            } catch (IOException _) {
                // The attacker does not mind a lost connection.
            }
        }
    }
}
