package io.leeloogateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The document in the repository describes the routes of the code. */
@GatewayTest
class OpenApiFileIntegrationTests {

    private static final Path FILE = Path.of("docs/openapi.yaml");

    /** {@code ./mvnw test -Dtest=OpenApiFileIntegrationTests -Dopenapi.update} writes the file. */
    private static final boolean UPDATE = System.getProperty("openapi.update") != null;

    @Autowired
    private OpenApiDocumentResource resource;

    @Test
    void fileIsTheDocumentOfTheRoutes() throws IOException {
        var document = DocumentFile.write(resource.generate());
        if (UPDATE) {
            Files.write(FILE, document);
        }

        assertThat(new String(document, StandardCharsets.UTF_8).lines())
                .as("the document differs: see \"Change the contract\" in CONTRIBUTING.md")
                .containsExactlyElementsOf(Files.readAllLines(FILE));
    }
}
