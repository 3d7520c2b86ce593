package io.leeloogateway.contract;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Sends requests that reuse an Idempotency-Key, one method per expected problem. */
record OperationCalls(RestTestClient client, String adminKey) {

    private static final String COMMENTS = "/api/v1/people/64a0c3f00001000000000002/comments";

    /** Creates a comment with an unknown outcome; comments have no outcome check, so it stays unknown until it is resolved by hand. */
    String unknownOperation() {
        return operationOf(comment(UUID.randomUUID().toString(), "cut-after-apply"));
    }

    EntityExchangeResult<String> repeat(ExampleCall call) {
        var keyed = withKey(call);
        keyed.send(client);
        return keyed.send(client);
    }

    EntityExchangeResult<String> repeatWhileSending(ExampleCall call) {
        var keyed = withKey(call);
        client.delete().uri("/sandbox/calls").exchange();
        var first = CompletableFuture.supplyAsync(
                () -> keyed.with("X-Sandbox-Fault", "slow-first-byte").send(client));
        await().until(this::isLeelooCalled);
        try {
            return keyed.send(client);
        } finally {
            client.post().uri("/sandbox/reset?only=leeloo").exchange();
            first.join();
        }
    }

    /** Resolves the first operation by hand as applied and repeats the request. */
    EntityExchangeResult<String> repeatAfterResolution(ExampleCall call) {
        var keyed = withKey(call);
        var operation = operationOf(keyed.send(client));
        client.patch()
                .uri("/api/v1/operations/{id}", operation)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + adminKey)
                .body(Map.of("outcome", "applied", "evidence", "visible in Leeloo's web interface"))
                .exchange()
                .expectStatus()
                .isOk();
        return keyed.send(client);
    }

    /** Uses the key for another comment first. */
    EntityExchangeResult<String> reuseKey(ExampleCall call) {
        var key = UUID.randomUUID().toString();
        comment(key, "none");
        return call.with("Idempotency-Key", key).send(client);
    }

    private static ExampleCall withKey(ExampleCall call) {
        return call.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private EntityExchangeResult<String> comment(String key, String fault) {
        return client.post()
                .uri(COMMENTS)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + adminKey)
                .header("Idempotency-Key", key)
                .header("X-Sandbox-Fault", fault)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("text", "Another comment."))
                .exchange()
                .returnResult(String.class);
    }

    private boolean isLeelooCalled() {
        var calls = client.get().uri("/sandbox/calls").exchange().returnResult(String.class);
        return String.valueOf(calls.getResponseBody()).contains("requestId");
    }

    private static String operationOf(EntityExchangeResult<String> answer) {
        return Objects.requireNonNull(answer.getResponseHeaders().getFirst("Operation-Id"));
    }
}
