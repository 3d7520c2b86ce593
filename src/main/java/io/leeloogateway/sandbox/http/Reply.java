package io.leeloogateway.sandbox.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A response: a status, additional headers, and a JSON envelope or a text. */
public record Reply(int status, String contentType, JsonNode body, Map<String, String> headers) {

    public static final String JSON = "application/json;charset=utf-8";
    public static final String TEXT = "text/plain;charset=utf-8";

    public static Reply data(JsonNode data) {
        return json(200, envelope(data));
    }

    /** The response of most changes. */
    public static Reply done() {
        return data(JsonBuilder.object());
    }

    public static Reply failure(int status, String code, Map<String, String> fields) {
        var error = JsonBuilder.object().put("code", code);
        var reasons = error.putObject("fields");
        fields.forEach(reasons::put);
        var envelope = JsonBuilder.object().put("status", 0);
        envelope.set("error", error);
        return json(status, envelope);
    }

    public static Reply json(int status, ObjectNode body) {
        return new Reply(status, JSON, body, Map.of());
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, JsonNodeFactory.instance.stringNode(text), Map.of());
    }

    public static Reply throttled() {
        return text(429, TEXT, "Too many requests, please try again later.");
    }

    public static Reply unknownPath() {
        return failure(404, "NOT_FOUND", Map.of());
    }

    public Reply with(String name, JsonNode part) {
        ((ObjectNode) body).set(name, part);
        return this;
    }

    public Reply retryAfter(long seconds) {
        return new Reply(status, contentType, body, Map.of("Retry-After", Long.toString(seconds)));
    }

    private static ObjectNode envelope(JsonNode data) {
        var envelope = JsonBuilder.object();
        envelope.set("data", data);
        return envelope.put("status", 1);
    }
}
