package io.leeloogateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a gateway with a key, and the sandbox behind it past the gateway. */
public record GatewayCaller(String address, String key) {

    public static final String ANNA = "64a0c3f00001000000000002";
    public static final String PERSON = "/api/v1/people/" + ANNA;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /** An answer, read. */
    public record Reply(int status, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String cacheStatus() {
            return header("Cache-Status").replace("leeloo-gateway; ", "");
        }

        public int age() {
            return Integer.parseInt(header("Age"));
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body());
        }
    }

    /** Headers are names and values by turns. */
    public Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Reply getSaying(String cacheControl, String path) {
        return get(path, "Cache-Control", cacheControl);
    }

    public Reply send(String method, String path, String body, String... headers) {
        return exchange(request(method, path, body)
                .header("Authorization", "Bearer " + key)
                .headers(headers.length == 0 ? new String[] {"X-No", "thing"} : headers));
    }

    /** Behind the gateway's back. */
    public Reply sendToLeeloo(String method, String path, String body) {
        return exchange(
                request(method, "/sandbox/leeloo/api/v2" + path, body).header("X-Leeloo-AuthToken", "sandbox-token"));
    }

    public void reset() {
        exchange(request("POST", "/sandbox/reset", ""));
    }

    public void orderFault(String kind, int calls, String path) {
        exchange(request(
                "POST",
                "/sandbox/faults",
                "{\"kind\":\"%s\",\"calls\":%d,\"path\":\"%s\"}".formatted(kind, calls, path)));
    }

    public void forgetFaults() {
        exchange(request("DELETE", "/sandbox/faults", ""));
    }

    /** The calls that reached Leeloo whose path begins so. */
    public List<String> calls(String path) {
        return exchange(request("GET", "/sandbox/calls", ""))
                .json()
                .path("items")
                .valueStream()
                .map(call ->
                        call.path("method").asString() + " " + call.path("path").asString())
                .filter(call -> call.matches("\\S+ (/sandbox/leeloo)?(/api/v2)?" + path + ".*"))
                .toList();
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return body.isEmpty() ? request : request.header("Content-Type", "application/json");
    }

    private static Reply exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
