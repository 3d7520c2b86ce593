package io.leeloogateway.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Opens more connections from a few addresses than the gateway has, sends the same on each and then a piece every half second, and opens each that
 * is closed again.
 *
 * @param text what a connection sends first; {@code KEY} is an API key
 */
record CrowdedConnections(int connections, int addresses, String text, String piece, Duration duration)
        implements Attack {

    private static final int FIRST_ADDRESS = 40;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int INTERVAL_MILLIS = 500;
    private static final int PIECES = 40;

    @Override
    public void run(Target target) throws Exception {
        var end = Instant.now().plus(duration);
        var start = text.replace("KEY", target.key()).getBytes(StandardCharsets.ISO_8859_1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = IntStream.range(0, connections)
                    .mapToObj(i -> Executors.callable(() -> {
                        while (Instant.now().isBefore(end)) {
                            send(start, target.port(), Target.address(FIRST_ADDRESS + i % addresses), end);
                        }
                    }))
                    .toList();
            for (var sent : threads.invokeAll(senders)) {
                sent.get();
            }
        }
    }

    private void send(byte[] start, int port, InetAddress source, Instant end) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(INTERVAL_MILLIS);
            socket.getOutputStream().write(start);
            for (var i = 0; i < PIECES && Instant.now().isBefore(end) && isOpen(socket); i++) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // The gateway has closed the connection.
            pause(Duration.ofMillis(300));
        }
    }

    /** Reads for half a second at most. */
    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[65_536]) >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
