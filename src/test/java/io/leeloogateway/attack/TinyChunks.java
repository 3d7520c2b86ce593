package io.leeloogateway.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;

/** Bodies without a key, in chunks of one byte and without an end, as fast as the gateway reads them. */
record TinyChunks(int connections, Duration duration) implements Attack {

    private static final byte[] HEAD = """
            POST /api/v1/people HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            \r
            """.getBytes(StandardCharsets.US_ASCII);

    private static final byte[] CHUNKS = "1\r\nx\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    @Override
    public void run(Target target) throws Exception {
        var end = Instant.now().plus(duration);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < connections; connection++) {
                threads.execute(() -> send(target.port(), end));
            }
        }
    }

    private static void send(int port, Instant end) {
        while (Instant.now().isBefore(end)) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(HEAD);
                while (Instant.now().isBefore(end)) {
                    socket.getOutputStream().write(CHUNKS);
                }
            } catch (IOException _) {
                // The gateway has responded and closed the connection.
            }
        }
    }
}
