package io.leeloogateway.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;
import tools.jackson.databind.JsonNode;

/** Calls the gateway under test as different callers, and makes them known to it. */
public record Callers(RestTestClient http, String adminToken) {

    static final String CLIENTS = "/api/v1/clients";

    RestTestClientResponse anonymously(String path) {
        return RestTestClientResponse.from(http.get().uri(path).exchange());
    }

    RestTestClientResponse withHeader(String path, String authorization) {
        return RestTestClientResponse.from(http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange());
    }

    RestTestClientResponse get(String path, String token) {
        return withHeader(path, "Bearer " + token);
    }

    RestTestClientResponse call(HttpMethod method, URI address, String token) {
        return RestTestClientResponse.from(http.method(method)
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange());
    }

    RestTestClientResponse post(String path, Object body, String token) {
        return RestTestClientResponse.from(posted(path, body, token));
    }

    RestTestClientResponse patch(String path, Object body) {
        return RestTestClientResponse.from(http.patch()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + adminToken)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange());
    }

    RestTestClientResponse delete(String path) {
        return RestTestClientResponse.from(http.delete()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + adminToken)
                .exchange());
    }

    /** Where a key stands among its client's keys. */
    static String keyPath(String clientId, String key) {
        return CLIENTS + "/" + clientId + "/keys/" + idOf(key);
    }

    static String idOf(String key) {
        return key.substring(4, 16);
    }

    int status(String path, String token) {
        return get(path, token).getExchangeResult().getStatus().value();
    }

    RestTestClientResponse asAdmin(String path) {
        return get(path, adminToken);
    }

    RestTestClientResponse asAdmin(String path, Object body) {
        return post(path, body, adminToken);
    }

    /** The id of a client that has just been made. */
    String newClient(String... scopes) {
        return newClient(client(scopes));
    }

    String newClient(Map<String, Object> form) {
        return created(CLIENTS, form).path("id").asString();
    }

    /** A key that has just been made for that client. */
    String newKey(String clientId) {
        return created(CLIENTS + "/" + clientId + "/keys", Map.of()).path("key").asString();
    }

    public String newClientsKey(String... scopes) {
        return newKey(newClient(scopes));
    }

    static Map<String, Object> client(String... scopes) {
        return Map.of(
                "name",
                "test-" + UUID.randomUUID(),
                "owner",
                "team-test",
                "purpose",
                "to see what happens",
                "scopes",
                List.of(scopes));
    }

    private JsonNode created(String path, Object body) {
        var answer = posted(path, body, adminToken).expectStatus().isCreated().returnResult(JsonNode.class);
        return Objects.requireNonNull(answer.getResponseBody());
    }

    private RestTestClient.ResponseSpec posted(String path, Object body, String token) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
