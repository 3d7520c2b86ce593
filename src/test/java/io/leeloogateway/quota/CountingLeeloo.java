package io.leeloogateway.quota;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** A Leeloo that knows every person and notes when each call arrives. Throttles more than 300 calls in any 60 seconds. */
final class CountingLeeloo implements AutoCloseable {

    static final int LIMIT = 300;

    private final HttpServer server;
    private final List<Long> arrivals = new ArrayList<>();
    private int throttled;

    CountingLeeloo() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
    }

    synchronized int calls() {
        return arrivals.size();
    }

    synchronized int throttled() {
        return throttled;
    }

    /** The most calls in any 60 seconds. */
    synchronized int busiestWindow() {
        var most = 0;
        for (int first = 0, last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(last) - arrivals.get(first) >= 60_000_000_000L) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized boolean isAllowed() {
        var now = System.nanoTime();
        var recent = arrivals.stream().filter(at -> now - at < 60_000_000_000L).count();
        arrivals.add(now);
        throttled += recent < LIMIT ? 0 : 1;
        return recent < LIMIT;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            var isAllowed = isAllowed();
            var body = isAllowed
                    ? "{\"status\":1,\"data\":{\"id\":\"%s\",\"name\":\"Anna Sample\",\"tags\":[]},\"included\":{}}"
                            .formatted(id)
                    : "Too many requests, please try again later.";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", isAllowed ? "application/json" : "text/plain");
            exchange.sendResponseHeaders(isAllowed ? 200 : 429, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
