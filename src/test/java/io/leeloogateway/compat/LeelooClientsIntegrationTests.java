package io.leeloogateway.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** Clients that know nothing of the gateway go through the same story at the gateway as at Leeloo. */
@Tag("clients")
@GatewayTest
class LeelooClientsIntegrationTests {

    private static final String STORY = """
            found +12025550101
            created Eva
            commented 1
            tagged 1
            subscribed 1
            ordered 1
            sent 1
            """;

    @Value("http://127.0.0.1:${local.server.port}")
    private String address;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @BeforeEach
    void reset() {
        new GatewayClient(address, demoKey).resetAll();
    }

    @ParameterizedTest
    @CsvSource({"node, story.mjs", "python3, story.py", "php, story.php", "bash, story.sh"})
    void clientOfLeelooChangesAddressAndToken(String program, String story) throws IOException {
        assertThat(run(program, story, address + "/sandbox/leeloo/api/v2", "sandbox-token"))
                .isEqualTo(STORY);

        assertThat(run(program, story, address + "/leeloo/api/v2", demoKey)).isEqualTo(STORY);
    }

    private static String run(String program, String story, String address, String key) throws IOException {
        var process = new ProcessBuilder(program, "clients/stories/" + story, address, key)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
