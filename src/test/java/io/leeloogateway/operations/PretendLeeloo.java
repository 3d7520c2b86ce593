package io.leeloogateway.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Leeloo that knows people's tags and chats, notes each change that reaches it, and falls silent where it is told to. */
public final class PretendLeeloo implements AutoCloseable {

    /** Where a change gets stuck. */
    enum Manner {
        ANSWERS,
        HANGS_BEFORE_APPLYING,
        HANGS_BEFORE_ANSWERING,
        HANGS_AMID_ITS_ANSWER
    }

    /** A change that arrived. */
    public record Seen(String requestId, String about, Instant at) {}

    private record Applied(String id, String about, String what, Instant at) {}

    public static final String TAG = "64a000000000000000002301";

    private static final byte[] DONE = "{\"status\":1,\"data\":{}}".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<Applied> applied = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final HttpServer server;
    private volatile Manner manner = Manner.ANSWERS;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public PretendLeeloo() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
    }

    /** Changes that hung go on, except those that were to be lost. */
    void behave(Manner next) {
        var last = gate;
        gate = new CountDownLatch(next == Manner.ANSWERS ? 0 : 1);
        manner = next;
        last.countDown();
    }

    public List<Seen> seen() {
        return seen;
    }

    /** How many changes of that person or channel arrived. */
    long callsAbout(String id) {
        return seen.stream().filter(change -> change.about().equals(id)).count();
    }

    long appliedTo(String id) {
        return applied.stream().filter(change -> change.about().equals(id)).count();
    }

    @Override
    public void close() {
        behave(Manner.ANSWERS);
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath().split("/");
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, shown(path).getBytes(StandardCharsets.UTF_8));
            } else {
                change(exchange, path, JSON.readTree(body));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(HttpExchange exchange, String[] path, JsonNode body) throws IOException, InterruptedException {
        var now = manner;
        var opened = gate;
        var isMessage = path[3].equals("messages");
        var about = isMessage ? body.path("account_id").asString() : path[4];
        var requestId = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("X-Request-Id"));
        seen.add(new Seen(requestId, about, Instant.now()));
        if (now == Manner.HANGS_BEFORE_APPLYING) {
            opened.await();
            return;
        }
        var id = "64a0000000000000%08x".formatted(ids.incrementAndGet());
        var what = (isMessage ? body.path("text") : body.path("tag_id")).asString();
        applied.add(new Applied(id, about, what, Instant.now()));
        if (now == Manner.HANGS_AMID_ITS_ANSWER) {
            exchange.sendResponseHeaders(200, DONE.length);
            exchange.getResponseBody().write(DONE, 0, DONE.length / 2);
            exchange.getResponseBody().flush();
        }
        opened.await();
        if (now != Manner.HANGS_AMID_ITS_ANSWER) {
            answer(exchange, DONE);
        }
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private String shown(String[] path) {
        return switch (path[3]) {
            case "tags" -> "{\"status\":1,\"data\":[{\"id\":\"%s\",\"name\":\"vip\"}]}".formatted(TAG);
            case "people" -> person(path[4]);
            case "communication-channels" -> chat(path[4]);
            default -> throw new IllegalArgumentException("nobody asks for " + path[3]);
        };
    }

    private String person(String id) {
        var tags = appliedTo(id) == 0 ? "[]" : "[\"vip\"]";
        return "{\"status\":1,\"data\":{\"id\":\"%s\",\"name\":\"Anna Sample\",\"tags\":%s},\"included\":{}}"
                .formatted(id, tags);
    }

    private String chat(String id) {
        var messages = applied.stream()
                .filter(message -> message.about().equals(id))
                .map(message ->
                        "{\"id\":\"%s\",\"text\":\"%s\",\"type\":\"YOUR_MESSAGE\",\"read\":true,\"createdAt\":\"%s\"}"
                                .formatted(message.id(), message.what(), message.at()))
                .toList();
        return "{\"status\":1,\"data\":[%s],\"meta\":{\"limit\":100,\"offset\":0,\"filteredCount\":%d,\"totalCount\":%d}}"
                .formatted(messages.stream().collect(Collectors.joining(",")), messages.size(), messages.size());
    }
}
