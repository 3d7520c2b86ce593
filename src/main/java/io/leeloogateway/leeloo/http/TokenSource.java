package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.secrets.Secret;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads the token from a file, anew for each call, or from the environment. */
@Component
@Qualifier("validated before the migration")
class TokenSource {

    private final @Nullable TokenFile file;
    private final Secret configured;
    private final TokenAlarm alarm;

    TokenSource(LeelooProperties properties, TokenAlarm alarm) {
        this.file = properties.tokenFile() == null ? null : new TokenFile(properties.tokenFile());
        this.configured = properties.token() == null ? new Secret("") : properties.token();
        this.alarm = alarm;
        try {
            read();
        } catch (IOException e) {
            throw new InvalidLeelooToken(e);
        }
    }

    Secret current() {
        try {
            return read();
        } catch (IOException e) {
            alarm.raise(String.valueOf(e.getMessage()));
            throw LeelooCredentialsRejected.unreadableToken();
        }
    }

    /** Checked before Netty, whose exception would show the token. An inner blank is part of {@code Bearer …}. */
    private Secret read() throws IOException {
        var token = file == null ? configured : file.read();
        var flaw = token.isBlank() ? "is empty" : token.flaw().orElse(null);
        if (flaw != null) {
            throw new IOException((file == null ? "LEELOO_TOKEN" : file) + " " + flaw);
        }
        return token;
    }
}
