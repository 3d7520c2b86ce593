package io.leeloogateway.leeloo.http;

import io.leeloogateway.secrets.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with the token for Leeloo. */
record TokenFile(Path path) {

    private static final int MAX_BYTES = 16 * 1024;

    Secret read() throws IOException {
        try (var content = Files.newInputStream(path)) {
            var bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it has more than " + MAX_BYTES + " bytes");
            }
            return Secret.valueOf(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(this + " cannot be read: " + e, e);
        }
    }

    @Override
    public String toString() {
        return "LEELOO_TOKEN_FILE (" + path + ")";
    }
}
