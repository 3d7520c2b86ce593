package io.leeloogateway.console;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves the console. Browsers ask for the page each time, and keep its files for a year, because a changed file has a new address. */
@Hidden
@RestController
@ConditionalOnBooleanProperty(name = "gateway.console.enabled", matchIfMissing = true)
class ConsoleController {

    static final String PATH = "/console";

    private static final CacheControl PAGE = CacheControl.noCache();
    private static final CacheControl FILES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ConsoleFiles files;
    private final ConsoleFile page;

    ConsoleController(ConsoleFiles files, ConsoleFile page) {
        this.files = files;
        this.page = page;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> findPage(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding) {
        return page.response(acceptEncoding, PAGE);
    }

    @GetMapping(PATH + "/{version}/{name}")
    ResponseEntity<byte[]> findFile(
            @PathVariable String version,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String acceptEncoding) {
        return files.find(version, name).orElseThrow(ConsoleFileNotFound::new).response(acceptEncoding, FILES);
    }
}
