package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the documents against the code and against each other. */
class DocumentationTests {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    @Test
    void configurationPageListsEverySettingWithItsDefault() throws IOException {
        List<Map<String, Object>> settings = JsonPath.read(Files.readString(METADATA), "$.properties");
        var page = Files.readString(Path.of("docs/configuration.md"));

        assertThat(settings).isNotEmpty().allSatisfy(setting -> {
            var row = page.lines()
                    .filter(line -> line.startsWith("| `" + setting.get("name") + "` |"))
                    .findFirst();
            assertThat(row).as("%s", setting.get("name")).isPresent();
            if (setting.get("defaultValue") != null) {
                assertThat(row.get()).contains("`" + setting.get("defaultValue") + "`");
            }
        });
    }

    @Test
    void relativeLinksLeadToExistingFiles() throws IOException {
        var links = documents()
                .flatMap(document -> links(document).map(link -> document.resolveSibling(link)))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(link).exists());
    }

    private static Stream<Path> documents() throws IOException {
        try (var below = Files.walk(Path.of("docs"))) {
            var pages = below.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of), pages.stream());
        }
    }

    private static Stream<String> links(Path document) {
        try {
            return RELATIVE_LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
