package io.leeloogateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The files of libraries, which come as jars; their paths contain the version of the jar. */
enum Library {
    PREACT("preact.js", "org.mvnpm/htm", "_static/htm/%s/preact/standalone.module.js"),
    CHART("uplot.js", "org.webjars.npm/uplot", "webjars/uplot/%s/dist/uPlot.iife.min.js"),
    CHART_STYLES("uplot.css", "org.webjars.npm/uplot", "webjars/uplot/%s/dist/uPlot.min.css");

    private final String fileName;
    private final String artifact;
    private final String path;

    Library(String fileName, String artifact, String path) {
        this.fileName = fileName;
        this.artifact = artifact;
        this.path = path;
    }

    /** The name in the addresses of the console. */
    String fileName() {
        return fileName;
    }

    Resource resource() {
        return new ClassPathResource("META-INF/resources/" + path.formatted(version()));
    }

    private String version() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                            new ClassPathResource("META-INF/maven/" + artifact + "/pom.properties"))
                    .getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
