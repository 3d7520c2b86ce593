package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Incomplete requests to the management port neither fill the memory nor stop probes. */
@GatewayTest
class ManagementConnectionsIntegrationTests {

    private static final byte[] HALF =
            "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nX-Filler: ".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void newConnectionsTakeThePlaceOfIncompleteRequests(@Value("${local.management.port}") int port) throws Exception {
        var connections = 3 * ManagementConnections.MAX_CONNECTIONS;
        for (var i = 0; i < connections; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(HALF);
            sockets.add(socket);
        }

        await().atMost(Duration.ofSeconds(5))
                .until(() -> open() <= ManagementConnections.MAX_CONNECTIONS + connections / 10);
        assertThat(health(port)).isEqualTo(200);
    }

    /** Otherwise their pages fill the memory, and callers wait for the processor. */
    @Test
    void manyScrapesAtOnceAreRefusedAndProbesAreNot(@Value("${local.management.port}") int port) throws Exception {
        var scrapes = IntStream.range(0, 100)
                .mapToObj(_ ->
                        CompletableFuture.supplyAsync(() -> status(port, "prometheus"), Thread::startVirtualThread))
                .toList();

        assertThat(health(port)).isEqualTo(200);
        var statuses = scrapes.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(200, 503);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSizeBetween(2, 60);
        assertThat(status(port, "prometheus")).isEqualTo(200);
    }

    private long open() throws IOException {
        var open = 0L;
        for (var socket : sockets) {
            open += isOpen(socket) ? 1 : 0;
        }
        return open;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int health(int port) {
        return status(port, "health/liveness");
    }

    private static int status(int port, String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
