package io.leeloogateway.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Leeloo server with a number of generated people that records the offset of each page. */
final class ManyPeople implements AutoCloseable {

    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    private final List<Integer> offsets = new CopyOnWriteArrayList<>();
    private final int people;
    private final HttpServer server;

    ManyPeople(int people) {
        this.people = people;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/people", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
    }

    /** The offsets of all pages, in the order of the calls. */
    List<Integer> offsets() {
        return List.copyOf(offsets);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var match = OFFSET.matcher(exchange.getRequestURI().getQuery());
        var offset = match.find() ? Integer.parseInt(match.group(1)) : 0;
        offsets.add(offset);
        var body = page(offset).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var response = exchange.getResponseBody()) {
            response.write(body);
        }
    }

    private String page(int offset) {
        var rows = IntStream.range(offset, Math.min(people, offset + Walk.LIMIT))
                .mapToObj("""
                        {"id":"%1$024x","name":"Person %1$d","email":"person.%1$d@example.org","phone":null,"tags":[],"created_at":"2026-01-13T08:20:37.508Z"}"""::formatted)
                .collect(Collectors.joining(","));
        return "{\"status\":1,\"data\":[%s],\"meta\":{\"limit\":100,\"offset\":%d,\"filteredCount\":100,\"totalCount\":%d}}"
                .formatted(rows, offset, people);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
