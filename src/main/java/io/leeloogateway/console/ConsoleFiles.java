package io.leeloogateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;

/**
 * The scripts and styles of the console. One hash of all contents is part of each address, so that a browser never mixes the files of two
 * versions, and modules import each other by relative addresses.
 *
 * @param version the hash
 * @param files the files by name
 */
record ConsoleFiles(String version, Map<String, ConsoleFile> files) {

    private static final int VERSION_LENGTH = 16;
    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"));

    ConsoleFiles {
        files = Map.copyOf(files);
    }

    static ConsoleFiles load() {
        var files = new TreeMap<String, ConsoleFile>();
        for (var extension : TYPES.keySet()) {
            find("classpath:console/*." + extension)
                    .forEach(file -> files.put(Objects.requireNonNull(file.getFilename()), read(file, extension)));
        }
        for (var library : Library.values()) {
            var name = library.fileName();
            files.put(name, read(library.resource(), name.substring(name.lastIndexOf('.') + 1)));
        }
        return new ConsoleFiles(hash(files), files);
    }

    Optional<ConsoleFile> find(String version, String name) {
        return version.equals(this.version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    String address(String name) {
        return ConsoleController.PATH + "/" + version + "/" + name;
    }

    /** The names of the modules of the page. */
    SortedSet<String> modules() {
        var modules = new TreeSet<>(files.keySet());
        modules.removeIf(name -> !name.endsWith(".js") || name.equals(Library.CHART.fileName()));
        return modules;
    }

    private static List<Resource> find(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsoleFile read(Resource file, String extension) {
        try {
            return new ConsoleFile(Objects.requireNonNull(TYPES.get(extension)), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(SortedMap<String, ConsoleFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file.content());
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
