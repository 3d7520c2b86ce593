package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTests {

    @Test
    void documentationListsEveryType() throws IOException {
        var listed = Files.readAllLines(Path.of("docs/errors.md")).stream()
                .filter(line -> line.startsWith("| /problems/"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1));

        var known = Arrays.stream(ProblemType.values())
                .map(type -> "| %s | %d | %s |"
                        .formatted(type.uri(), type.status().value(), type.isRetryable() ? "yes" : "no"));

        assertThat(listed).containsExactlyInAnyOrderElementsOf(known.toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsExplained(ProblemType type) {
        var page = ProblemPage.of(type, ResourceBundle.getBundle("problems"));

        assertThat(page.meaning()).isNotBlank();
        assertThat(page.remedy()).isNotBlank();
    }
}
