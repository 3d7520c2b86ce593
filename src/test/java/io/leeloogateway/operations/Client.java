package io.leeloogateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of the gateway, with nothing between it and the wire. */
record Client(String address, String key) {

    static final String ANNA = "64a0c3f00001000000000002";
    static final String CHANNEL = "64a0c3f00001000000000003";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client with(String otherKey) {
        return new Client(address, otherKey);
    }

    Client at(String otherAddress) {
        return new Client(otherAddress, key);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply comment(String text, String... headers) {
        return send("POST", "/people/" + ANNA + "/comments", "{\"text\": \"" + text + "\"}", headers);
    }

    /** The operation as the gateway shows it. */
    Reply operation(String id) {
        return get("/operations/" + id);
    }

    String outcome(String operationId) {
        return operation(operationId).text("outcome");
    }

    /** The path is below {@code /api/v1}; headers are names and values in turn. */
    Reply send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(
                        URI.create(address + (path.startsWith("/sandbox") ? "" : "/api/v1") + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + key);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many calls that change something reached the sandbox under that request id. */
    long changesAtLeeloo(String requestId) {
        return get("/sandbox/calls")
                .json()
                .path("items")
                .valueStream()
                .filter(call -> call.path("requestId").asString("").equals(requestId))
                .filter(call -> !call.path("method").asString().equals("GET"))
                .count();
    }
}
