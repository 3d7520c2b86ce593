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

/** Reads the token from a file, anew for each call, or from the environment. */
@Component
@Qualifier("validated before the migration")
class TokenSource {

    private static final Logger log = LoggerFactory.getLogger(TokenSource.class);

    private final @Nullable Path file;
    private final Token configured;

    TokenSource(LeelooProperties properties) {
        this.file = properties.tokenFile();
        this.configured = properties.token() == null ? new Token("") : properties.token();
        try {
            read();
        } catch (IOException e) {
            throw new InvalidLeelooToken(e);
        }
    }

    Token current() {
        try {
            return read();
        } catch (IOException e) {
            log.error("the token for Leeloo cannot be read: {}", e.toString());
            throw LeelooCredentialsRejected.unreadableToken();
        }
    }

    private Token read() throws IOException {
        var token = file == null ? configured : new Token(Files.readString(file));
        if (!token.fitsHeader()) {
            throw new IOException("it is empty or has characters that a header must not have");
        }
        return token;
    }
}
