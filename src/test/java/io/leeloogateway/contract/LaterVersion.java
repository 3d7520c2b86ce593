package io.leeloogateway.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A gateway of a later version in front of the real one: every object has a field more, and two vocabularies have a value more. */
final class LaterVersion implements AutoCloseable {

    private static final Set<String> CONNECTION_HEADERS = headers(
            "connection",
            "host",
            "content-length",
            "upgrade",
            "http2-settings",
            "transfer-encoding",
            "accept-encoding");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;
    private final HttpServer server;

    LaterVersion(String gateway) {
        this.gateway = gateway;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(URI.create(gateway + exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!CONNECTION_HEADERS.contains(name)) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            respond(exchange, http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void respond(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!CONNECTION_HEADERS.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var isJson = response.headers().firstValue("Content-Type").orElse("").endsWith("json");
        var body = isJson ? later(response.body()) : response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] later(byte[] body) {
        var json = JsonMapper.shared().readTree(body);
        change(json);
        return JsonMapper.shared().writeValueAsBytes(json);
    }

    private static void change(JsonNode node) {
        node.forEach(LaterVersion::change);
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        object.put("addedLater", true);
        if (object.path("outcome").asString("").equals("applied")) {
            object.put("outcome", "postponed");
        }
        if (object.get("scopes") instanceof ArrayNode scopes) {
            scopes.add("planets:read");
        }
    }

    private static Set<String> headers(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
