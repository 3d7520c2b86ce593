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
    private static final Pattern SOURCE_FILE = Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)(?:\\.java)?`");

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
                .flatMap(document -> matches(RELATIVE_LINK, document).map(document::resolveSibling))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void sourceFilesNamedByDocumentsExist() throws IOException {
        var files = documents()
                .flatMap(document -> matches(SOURCE_FILE, document))
                .map(file -> "java/io/leeloogateway/" + file + ".java")
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(Stream.of("src/main", "src/test").map(root -> Path.of(root, file)))
                        .anySatisfy(path -> assertThat(path).exists()));
    }

    private static Stream<Path> documents() throws IOException {
        try (var below = Files.walk(Path.of("docs"))) {
            var pages = below.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of), pages.stream());
        }
    }

    private static Stream<String> matches(Pattern pattern, Path document) {
        try {
            return pattern.matcher(Files.readString(document)).results().map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
