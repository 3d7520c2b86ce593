package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
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
class TokenSource {

    private static final Logger log = LoggerFactory.getLogger(TokenSource.class);

    private final @Nullable Path file;
    private final Token fixed;

    TokenSource(LeelooProperties properties) {
        this.file = properties.tokenFile();
        this.fixed = properties.token() == null ? new Token("") : properties.token();
        try {
            usable();
        } catch (IOException e) {
            throw new InvalidLeelooToken(e);
        }
    }

    Token current() {
        try {
            return usable();
        } catch (IOException e) {
            log.error("the token for Leeloo cannot be had: {}", e.toString());
            throw LeelooCredentialsRejected.unreadable();
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
