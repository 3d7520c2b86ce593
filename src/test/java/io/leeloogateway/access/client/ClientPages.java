package io.leeloogateway.access.client;

import io.leeloogateway.fixtures.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Walks the list of clients by its cursor, to the end. */
record ClientPages(Callers callers) {

    List<String> ids(int limit) {
        var ids = new ArrayList<String>();
        var query = "?limit=" + limit;
        while (!query.isEmpty()) {
            var part = part(query);
            part.path("items").forEach(client -> ids.add(client.path("id").asString()));
            var cursor = part.path("nextCursor");
            query = cursor.isNull() ? "" : "?limit=" + limit + "&cursor=" + cursor.asString();
        }
        return ids;
    }

    private JsonNode part(String query) {
        var answer = callers.http()
                .get()
                .uri(Callers.CLIENTS + query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + callers.adminToken())
                .exchange()
                .returnResult(JsonNode.class);
        return Objects.requireNonNull(answer.getResponseBody());
    }
}
