package io.leeloogateway.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Leeloo server with a number of generated people and orders that records its pages. Its other lists are empty. */
final class LargeLeeloo implements AutoCloseable {

    private static final String ROOT = "/api/v2";
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");
    private static final Pattern DETAIL = Pattern.compile(ROOT + "/people/([0-9a-f]{24})");

    private static final String PERSON = """
            {"id":"%1$024x","name":"Person %1$d","email":"person.%1$d@example.org","phone":null,"tags":[],"created_at":"2026-01-13T08:20:37.508Z"}""";

    private static final String ORDER = """
            {"id":"%1$024x","person_id":"%1$024x","title":"Course %1$d","price":"100","currency":"UAH","status":"OPENED","createdAt":"2026-01-13T08:20:37.508Z"}""";

    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final int people;
    private final int orders;
    private final Duration latency;
    private final HttpServer server;

    /** A page that was asked for. */
    private record Page(String list, int offset) {}

    LargeLeeloo(int people, int orders, Duration latency) {
        this.people = people;
        this.orders = orders;
        this.latency = latency;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT, this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + ROOT;
    }

    /** The offsets of all pages of a list, in the order of the calls. */
    List<Integer> offsets(SyncKind kind) {
        return pages.stream()
                .filter(page -> page.list().equals(ROOT + "/" + kind.value()))
                .map(Page::offset)
                .toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(latency.toNanos());
        var body = body(exchange).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var response = exchange.getResponseBody()) {
            response.write(body);
        }
    }

    private String body(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var detail = DETAIL.matcher(path);
        if (detail.matches()) {
            return "{\"status\":1,\"data\":%s}".formatted(PERSON.formatted(Long.parseLong(detail.group(1), 16)));
        }
        var offset = OFFSET.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        var page = new Page(path, offset.find() ? Integer.parseInt(offset.group(1)) : 0);
        pages.add(page);
        return switch (path) {
            case ROOT + "/people" -> rows(PERSON, people, page.offset());
            case ROOT + "/orders" -> rows(ORDER, orders, page.offset());
            case ROOT + "/connections" -> "{\"status\":1,\"data\":{\"connections\":[]}}";
            case ROOT + "/template-categories" -> "{\"status\":1,\"data\":{\"categories\":[]}}";
            default -> rows(PERSON, 0, 0);
        };
    }

    private static String rows(String row, int total, int offset) {
        var rows = IntStream.range(offset, Math.min(total, offset + Walk.LIMIT))
                .mapToObj(row::formatted)
                .collect(Collectors.joining(","));
        return "{\"status\":1,\"data\":[%s],\"meta\":{\"limit\":100,\"offset\":%d,\"filteredCount\":100,\"totalCount\":%d}}"
                .formatted(rows, offset, total);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
