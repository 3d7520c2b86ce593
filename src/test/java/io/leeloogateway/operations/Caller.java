package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of gateways that share a database, with a key that all of them know. */
public record Caller(String key) {

    /** What a caller heard. */
    record Heard(int status, boolean replayed, JsonNode body) {

        private static Heard of(HttpResponse<String> answer) {
            var isReplayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
            var body = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            return new Heard(answer.statusCode(), isReplayed, body);
        }

        boolean isSuccess() {
            return status / 100 == 2;
        }

        String outcome() {
            return body.path("outcome").asString("");
        }

        String problem() {
            return body.path("type").asString("");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Caller knownTo(GatewayProcess gateway) throws IOException, InterruptedException {
        var client = created(gateway, "/api/v1/clients", """
                {"name":"acceptance-%s","owner":"team-test","purpose":"to see what happens","requestsPerMinute":100000,
                 "scopes":["people:write","people:read","messages:send","tags:read"]}""".formatted(UUID.randomUUID()));
        var id = client.path("id").asString();
        return new Caller(created(gateway, "/api/v1/clients/" + id + "/keys", "{}")
                .path("key")
                .asString());
    }

    /** Fails where the connection breaks before an answer. */
    CompletableFuture<Heard> ask(GatewayProcess gateway, Wish wish, String requestId) {
        var request = request(gateway, wish.path(), requestId)
                .header("Idempotency-Key", wish.key())
                .method(wish.method(), HttpRequest.BodyPublishers.ofString(wish.body()))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Heard::of);
    }

    CompletableFuture<Heard> read(GatewayProcess gateway, String path) {
        var request = request(gateway, path, "read-" + UUID.randomUUID()).build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Heard::of);
    }

    private HttpRequest.Builder request(GatewayProcess gateway, String path, String requestId) {
        return HttpRequest.newBuilder(gateway.uri(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId);
    }

    private static JsonNode created(GatewayProcess gateway, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.uri(path))
                .header("Authorization", "Bearer " + GatewayProcess.ADMIN_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }
}
