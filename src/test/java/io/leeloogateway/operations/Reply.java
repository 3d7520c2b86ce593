package io.leeloogateway.operations;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the gateway gets back. */
record Reply(int status, HttpHeaders headers, String body) {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String operationId() {
        return header("Operation-Id");
    }

    boolean isReplay() {
        return header("Idempotency-Replayed").equals("true");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text(String field) {
        return json().path(field).asString("");
    }

    /** The last part of the problem's type. */
    String problem() {
        return text("type").replace("/problems/", "");
    }

    /** All that must be the same when it is given again. */
    String lasting() {
        return "%d %s %s %s".formatted(status, header("Content-Type"), header("Location"), body);
    }
}
