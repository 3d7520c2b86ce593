package io.leeloogateway.leeloo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Where the token comes from: a file, read for each call so that a new one counts at once, or the environment. */
@Component
@Qualifier("checked at start")
class Tokens {

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);

    private final @Nullable Path file;
    private final Token fixed;

    Tokens(LeelooProperties properties) {
        this.file = properties.tokenFile();
        this.fixed = properties.token() == null ? new Token("") : properties.token();
        try {
            usable();
        } catch (IOException e) {
            throw new UnusableToken(e);
        }
    }

    Token current() {
        try {
            return usable();
        } catch (IOException e) {
            log.error("the token for Leeloo cannot be had: {}", e.toString());
            throw LeelooCredentials.unreadable();
        }
    }

    private Token usable() throws IOException {
        var token = file == null ? fixed : new Token(Files.readString(file));
        if (!token.fitsHeader()) {
            throw new IOException("it is empty, or has characters that no header can carry");
        }
        return token;
    }
}
