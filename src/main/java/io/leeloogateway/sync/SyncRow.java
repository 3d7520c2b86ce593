package io.leeloogateway.sync;

import io.leeloogateway.cache.PostgresText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a list.
 *
 * @param id the id at Leeloo
 * @param digest of the content
 */
record SyncRow(String id, String digest) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LENGTH = 32;

    static SyncRow of(String id, Object content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
            return new SyncRow(
                    String.valueOf(PostgresText.text(id)),
                    HexFormat.of().formatHex(digest).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
