package io.leeloogateway.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the long runs found, on the screen and under {@code target/acceptance}. */
public final class Report {

    private Report() {}

    @SuppressWarnings("SystemOut")
    public static void print(String name, List<String> lines) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "acceptance"));
        Files.write(folder.resolve(name + ".txt"), lines);
        lines.forEach(System.out::println);
    }
}
