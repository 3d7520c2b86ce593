package io.leeloogateway.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/** The documents of the repository that the gateway serves to callers, in the order of reading. */
enum Guide {
    GETTING_STARTED("getting-started.md", "Getting started"),
    PAGING("paging.md", "Paging"),
    SEARCH("search.md", "Search"),
    FOLLOWING("following.md", "Following changes"),
    CACHING("caching.md", "Caching"),
    CHANGES("changes.md", "Changes"),
    ERRORS("errors.md", "Errors"),
    QUOTA("quota.md", "Quota"),
    CLIENTS("clients.md", "Clients"),
    KEYS("keys.md", "Keys"),
    MIGRATING("migrating.md", "Moving from Leeloo's own API"),
    COMPATIBILITY("compatibility.md", "Compatibility"),
    SANDBOX("sandbox.md", "Sandbox"),
    CHANGELOG("CHANGELOG.md", "Changelog");

    private final String file;
    private final String label;

    Guide(String file, String label) {
        this.file = file;
        this.label = label;
    }

    static Optional<Guide> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(guide -> guide.slug().equals(slug))
                .findFirst();
    }

    /** The guide that a link of a document leads to; empty for documents that only the repository has. */
    static Optional<Guide> ofLink(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(values()).filter(guide -> guide.file.equals(name)).findFirst();
    }

    String slug() {
        return file.toLowerCase(Locale.ROOT).replace(".md", "");
    }

    String path() {
        return GuidesController.PATH + "/" + slug();
    }

    String label() {
        return label;
    }

    String markdown() {
        try {
            return new ClassPathResource("docs/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
