package io.leeloogateway.leeloo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the token comes from: a file, read for each call so that a new one counts at once, or the environment. */
@Component
class Tokens {

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);

    private final @Nullable Path file;
    private final Token fixed;

    Tokens(LeelooProperties properties) {
        this.file = properties.tokenFile();
        this.fixed = properties.token() == null ? new Token("") : properties.token();
        if (file != null ? read(file).isBlank() : fixed.isBlank()) {
            throw new IllegalStateException(
                    "no token for Leeloo: set LEELOO_TOKEN, or LEELOO_TOKEN_FILE to a file that holds it");
        }
    }

    Token current() {
        try {
            return file == null ? fixed : read(file);
        } catch (UncheckedIOException e) {
            log.error("the token for Leeloo cannot be had", e);
            throw new LeelooCredentials();
        }
    }

    private static Token read(Path file) {
        try {
            return new Token(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the token file " + file + " cannot be read", e);
        }
    }
}
