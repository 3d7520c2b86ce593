package io.leeloogateway.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;

/** Several clients, each with an address of its own, go on asking over many connections although they are over their rate limits. */
record RefusedKeys(String method, int clients, int connections, Duration duration) implements Attack {

    private static final int FIRST_ADDRESS = 10;
    private static final int TIMEOUT_MILLIS = 5000;

    @Override
    public void run(Target target) throws Exception {
        var keys = target.newKeys(clients);
        var end = Instant.now().plus(duration);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                var request = "%s /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(method, keys.get(client))
                        .getBytes(StandardCharsets.US_ASCII);
                var source = Target.address(FIRST_ADDRESS + client);
                for (var connection = 0; connection < connections; connection++) {
                    threads.execute(() -> ask(target.port(), source, request, end));
                }
            }
        }
    }

    private static void ask(int port, InetAddress source, byte[] request, Instant end) {
        var response = new byte[4096];
        while (Instant.now().isBefore(end)) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, source, 0)) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                do {
                    socket.getOutputStream().write(request);
                } while (socket.getInputStream().read(response) >= 0
                        && Instant.now().isBefore(end));
            } catch (IOException _) {
                // The attacker does not mind a lost connection.
            }
        }
    }
}
