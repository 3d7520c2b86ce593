package io.leeloogateway.problem.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTests {

    private static final Pattern CODE = Pattern.compile(
            "(?:InvalidRequest\\s*\\.of|new InvalidField)\\(\\s*[^,()]+(?:\\([^()]*\\))?[^,()]*,\\s*\"([a-z]+)\",");

    @Test
    void everyCodeOfTheGatewayIsListed() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(ErrorCodesTests::codes))
                    .hasSizeGreaterThan(20)
                    .isSubsetOf(ErrorCodes.CODES);
        }
    }

    @Test
    void everyListedCodeIsExplained() throws IOException {
        var page = Files.readString(Path.of("docs/errors.md"));

        assertThat(ErrorCodes.CODES).allSatisfy(code -> assertThat(page).contains("| `" + code + "` |"));
    }

    private static Stream<String> codes(Path file) {
        try {
            return CODE
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
