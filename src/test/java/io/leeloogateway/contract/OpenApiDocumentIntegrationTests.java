package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The published document is complete, ordered and readable without a key. */
@GatewayTest
class OpenApiDocumentIntegrationTests {

    private static final List<String> TAGS = List.of(
            "People",
            "Orders",
            "Channels",
            "Messages",
            "Tags",
            "Templates",
            "Tunnels",
            "Users",
            "Calls",
            "Operations",
            "Audit",
            "Me",
            "Quota",
            "Synchronization",
            "Changes",
            "Status",
            "Clients",
            "Problems");

    @Autowired
    private RestTestClient client;

    private Contract contract;

    @BeforeEach
    void read() {
        contract = Contract.read(client);
    }

    @Test
    void infoNamesTheGatewayAndItsServer() {
        assertThat(contract.document().at("/info/title").stringValue()).isEqualTo("Leeloo Gateway");
        assertThat(contract.document().at("/info/version").stringValue()).isNotBlank();
        assertThat(contract.document().at("/info/description").stringValue()).contains("/problems/{slug}");
        assertThat(contract.document().path("servers").findValuesAsString("url"))
                .containsExactly("/");
    }

    @Test
    void tagsHaveDescriptionsAndOrderTheOperations() {
        var tags = contract.document().path("tags");
        var order = contract.operations().stream()
                .map(operation -> operation.node().at("/tags/0").stringValue());

        assertThat(tags.valueStream().map(tag -> tag.path("name").stringValue()))
                .containsExactlyElementsOf(TAGS);
        assertThat(tags.valueStream().map(tag -> tag.path("description").stringValue()))
                .allSatisfy(description -> assertThat(description).isNotBlank());
        assertThat(order.distinct()).containsExactlyElementsOf(TAGS);
    }

    @Test
    void documentAndSwaggerUiNeedNoKeyAndRootRedirectsToSwaggerUi() {
        client.get().uri("/v3/api-docs.yaml").exchange().expectStatus().isOk();
        client.get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
        assertThat(redirectOf("/")).isEqualTo("/swagger-ui.html");
        assertThat(redirectOf("/swagger-ui.html")).isEqualTo("/swagger-ui/index.html");
    }

    private String redirectOf(String address) {
        var response = client.get().uri(address).exchange().returnResult();
        return Objects.requireNonNull(response.getResponseHeaders().getLocation())
                .getPath();
    }

    @Test
    void everyReferenceResolves() {
        assertThat(contract.document().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(contract.document()
                                .at(reference.stringValue().substring(1))
                                .isMissingNode())
                        .isFalse());
    }
}
