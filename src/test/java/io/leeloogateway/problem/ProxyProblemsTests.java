package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The responses of haproxy itself are problems of documented types. .ci/container sends requests that cause them. */
class ProxyProblemsTests {

    private static final Path FOLDER = Path.of("deploy");
    private static final Pattern HTTP_ERROR = Pattern.compile(
            "http-(?:error|request return) status (\\d+) content-type application/problem\\+json lf-string '([^']+)'(.*)");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER.resolve("errors"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsACompleteProblem(Path file) throws IOException {
        var text = Files.readString(file);
        var body = text.substring(text.indexOf("\n\n") + 2);
        var problem = JSON.readTree(body);

        assertThat(text)
                .contains("\nContent-Type: application/problem+json\n", "\nContent-Length: " + body.length() + "\n");
        assertThat(text).startsWith("HTTP/1.1 " + problem.path("status").asInt() + " ");
        assertIsOfItsType(problem);
        assertThat(type(problem).status().value())
                .isEqualTo(problem.path("status").asInt());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 408, 414, 422, 431, 500})
    void statusHasAFile(int status) throws IOException {
        var line = configuration().stream()
                .filter(text -> text.contains("errorfile " + status + " "))
                .findFirst()
                .orElseThrow();

        assertThat(FOLDER.resolve(line.substring(line.lastIndexOf(' ') + 1))).exists();
    }

    @Test
    void problemsOfRequestsHaveTheirIdAndOutcome() throws IOException {
        var errors = configuration().stream()
                .map(HTTP_ERROR::matcher)
                .flatMap(line -> line.results())
                .toList();

        assertThat(errors).extracting(error -> error.group(1)).containsExactly("502", "503", "504", "400", "503");
        assertThat(errors).allSatisfy(ProxyProblemsTests::assertIsProblem);
        assertThat(errors.get(1).group(3)).contains("hdr Retry-After 2");
    }

    private static void assertIsProblem(MatchResult error) {
        var problem = JSON.readTree(error.group(2)
                .replace("%[var(txn.id)]", "id")
                .replace("%[var(txn.safe)]", "true")
                .replaceFirst("%\\[var\\(txn\\.(unknown|not_sent)\\)\\]", ",\"outcome\":\"$1\""));

        assertIsOfItsType(problem);
        assertThat(problem.path("status").asString()).isEqualTo(error.group(1));
        assertThat(problem.path("requestId").asString()).isEqualTo("id");
        var isSent = error.group(1).equals("502") || error.group(1).equals("504");
        assertThat(problem.path("outcome").asString()).isEqualTo(isSent ? "unknown" : "not_sent");
    }

    private static void assertIsOfItsType(JsonNode problem) {
        assertThat(problem.path("title").asString()).isEqualTo(type(problem).title());
        assertThat(problem.path("retryable").asBoolean())
                .isEqualTo(type(problem).isRetryable());
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    private static ProblemType type(JsonNode problem) {
        var uri = Objects.requireNonNull(problem.path("type").asString());
        return ProblemType.of(uri.replace("/problems/", "")).orElseThrow();
    }

    private static List<String> configuration() throws IOException {
        return Files.readAllLines(FOLDER.resolve("haproxy.cfg"));
    }
}
