package io.leeloogateway.access.client;

import io.leeloogateway.fixtures.TestClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Reads all pages of the list of clients. */
record ClientPages(TestClients callers) {

    List<String> ids(int limit) {
        var ids = new ArrayList<String>();
        var query = "?limit=" + limit;
        while (!query.isEmpty()) {
            var page = page(query);
            page.path("items").forEach(client -> ids.add(client.path("id").asString()));
            var cursor = page.path("nextCursor");
            query = cursor.isNull() ? "" : "?limit=" + limit + "&cursor=" + cursor.asString();
        }
        return ids;
    }

    private JsonNode page(String query) {
        var response = callers.http()
                .get()
                .uri(TestClients.CLIENTS + query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + callers.adminToken())
                .exchange()
                .returnResult(JsonNode.class);
        return Objects.requireNonNull(response.getResponseBody());
    }
}
