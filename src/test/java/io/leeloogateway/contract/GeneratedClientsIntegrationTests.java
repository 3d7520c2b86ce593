package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

/** The clients that the build generates (profile {@code clients}) go through the same story and see the same. */
@Tag("clients")
@GatewayTest
class GeneratedClientsIntegrationTests {

    private static final String STORY = """
            300 people
            email null, phone null
            204, replayed true
            message sent
            404 /problems/not-found
            scopes tags:read
            429 /problems/rate-limited, Retry-After true
            503, outcome unknown, retryable false
            operations applied,applied,unknown
            """;

    @Value("http://127.0.0.1:${local.server.port}")
    private String address;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    /** A client and the command that runs its story. */
    enum Client {
        JAVA(System.getProperty("java.home") + "/bin/java", "-cp", javaClassPath(), "io.leeloogateway.client.Story"),
        TYPESCRIPT("node", "clients/typescript/story.mjs"),
        PYTHON("python3", "-W", "error", "clients/python/story.py");

        /** One argument on each line. */
        private final String command;

        Client(String... command) {
            this.command = String.join("\n", command);
        }

        private static String javaClassPath() {
            return String.join(
                    File.pathSeparator,
                    "clients/java/target/classes",
                    "clients/java/target/test-classes",
                    System.getProperty("java.class.path"));
        }

        private void requireLibraries() throws Exception {
            var libraries =
                    List.of("python3", "-c", "import pydantic, urllib3, dateutil; assert pydantic.VERSION > '2'");
            assumeTrue(this != PYTHON || new ProcessBuilder(libraries).start().waitFor() == 0, "libraries are missing");
        }

        private String run(String address, String key) throws IOException {
            var all = (command + "\n" + address + "\n" + key).split("\n", -1);
            var process = new ProcessBuilder(all).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void reset() {
        new GatewayClient(address, demoKey).resetAll();
    }

    @ParameterizedTest
    @EnumSource
    void clientGoesThroughTheStory(Client client) throws Exception {
        client.requireLibraries();

        assertThat(client.run(address, demoKey)).isEqualTo(STORY);
    }

    @ParameterizedTest
    @EnumSource
    void clientAcceptsFieldsAndValuesOfALaterVersion(Client client) throws Exception {
        client.requireLibraries();

        try (var later = new LaterVersion(address)) {
            assertThat(client.run(later.address(), demoKey))
                    .isEqualTo(
                            STORY.replace("tags:read", "tags:read,planets:read").replace("applied", "postponed"));
        }
    }
}
