package io.leeloogateway.contract;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the layout of the source tree and the words of sources and documents. */
class SourceTreeTests {

    private static final int MAX_FILES_PER_FOLDER = 60;

    /** Former private words of the project; concatenated so that this file does not match. */
    private static final Pattern FORMER_WORDS =
            Pattern.compile("(?i)\\b(d" + "iary|m" + "oods?|s" + "trangers?|p" + "retend leeloo|t" + "old)\\b");

    @Test
    void noFolderHasMoreThanSixtyFiles() throws IOException {
        var counts = files().stream().collect(groupingBy(Path::getParent, counting()));

        assertThat(counts)
                .allSatisfy((folder, count) ->
                        assertThat(count).as("files in %s", folder).isLessThanOrEqualTo(MAX_FILES_PER_FOLDER));
    }

    @Test
    void everyMainPackageHasAPackageInfo() throws IOException {
        var folders = files().stream()
                .filter(file -> file.startsWith(Path.of("src/main/java").toAbsolutePath()))
                .map(Path::getParent)
                .distinct();

        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void formerPrivateWordsDoNotReturn() throws IOException {
        for (var file : files()) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);

            assertThat(FORMER_WORDS.matcher(text).results().map(word -> word.group()))
                    .as("former words in %s", file)
                    .isEmpty();
        }
    }

    private static List<Path> files() throws IOException {
        try (var sources = Files.walk(Path.of("src"));
                var documents = Files.walk(Path.of("docs"))) {
            return Stream.of(sources, documents, Stream.of(Path.of("README.md")))
                    .flatMap(paths -> paths)
                    .filter(Files::isRegularFile)
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }
}
