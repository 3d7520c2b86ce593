package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** An administrator sees the usage of a client, tells its keys apart and removes a client that nobody uses. */
@GatewayTest
class ClientAdministrationIntegrationTests {

    private static final String LABEL = "$.label";

    @Autowired
    RestTestClient http;

    @Autowired
    UsageFlusher usage;

    TestClients callers;
    String client;
    String path;

    @BeforeEach
    void createClient() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = callers.newClient("tags:read");
        path = TestClients.CLIENTS + "/" + client;
    }

    @Test
    void administratorSeesTheUsageOfAClient() {
        var key = callers.newKey(client);
        callers.get("/api/v1/tags", key);
        callers.get("/api/v1/me", key);
        usage.flush();

        var response = callers.asAdmin(path + "/usage");

        assertThat(response)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("lastHour")
                .asArray()
                .hasSize(2);
        assertThat(response)
                .bodyJson()
                .extractingPath("lastDay[?(@.action == 'tags.list')].requests")
                .isEqualTo(List.of(1));
        assertThat(callers.asAdmin(TestClients.CLIENTS + "/cl_none/usage")).hasStatus(404);
        assertThat(callers.get(path + "/usage", key)).hasStatus(403);
    }

    @Test
    void keyHasALabelFromItsCreationOrLater() {
        var labelled = callers.asAdmin(path + "/keys", Map.of("label", " crm, staging "));
        var plain = callers.newKey(client);

        assertThat(labelled).hasStatus(201).bodyJson().extractingPath(LABEL).isEqualTo("crm, staging");
        assertThat(callers.asAdmin(path + "/keys?limit=1"))
                .bodyJson()
                .extractingPath("items[0].label")
                .isNull();
        assertThat(callers.patch(TestClients.keyPath(client, plain), Map.of("label", "crm, production")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath(LABEL)
                .isEqualTo("crm, production");
        assertThat(callers.asAdmin(path + "/keys"))
                .bodyJson()
                .extractingPath("items[*].label")
                .isEqualTo(List.of("crm, production", "crm, staging"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"label\": \"\"}', label",
        "'{\"label\": \"a\\nb\"}', label",
        "'{\"label\": null}', label",
        "'{\"expiresAt\": \"soon\"}', expiresAt"
    })
    void invalidChangeOfAKeyIsNamed(String body, String field) {
        var key = callers.newKey(client);

        assertThat(callers.patch(TestClients.keyPath(client, key), body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void clientThatWasNeverUsedIsDeletedWithItsKeys() {
        var key = callers.newKey(client);

        assertThat(callers.delete(path)).hasStatus(204);

        assertThat(callers.asAdmin(path)).hasStatus(404);
        assertThat(callers.delete(path)).hasStatus(404);
        assertThat(callers.get("/api/v1/me", key)).hasStatus(401);
    }

    @Test
    void clientThatWasUsedIsNotDeleted() {
        var key = callers.newKey(client);
        callers.get("/api/v1/me", key);

        assertThat(callers.delete(path)).hasStatus(409).bodyText().contains("frozen");

        assertThat(callers.get("/api/v1/me", key)).hasStatusOk();
    }
}
