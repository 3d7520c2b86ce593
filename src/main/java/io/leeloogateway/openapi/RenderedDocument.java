package io.leeloogateway.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.DigestUtils;

/** The OpenAPI document in one format, plain and compressed. */
final class RenderedDocument {

    private final byte[] plain;
    private final byte[] compressed;
    private final String digest;

    RenderedDocument(byte[] plain) {
        this.plain = plain.clone();
        this.compressed = compress(plain);
        this.digest = DigestUtils.md5DigestAsHex(plain);
    }

    byte[] content(boolean isCompressed) {
        return isCompressed ? compressed : plain;
    }

    /** Each representation has an ETag of its own (RFC 9110, 8.8.3.3). */
    String etag(boolean isCompressed) {
        return isCompressed ? "\"" + digest + "-gzip\"" : "\"" + digest + "\"";
    }

    private static byte[] compress(byte[] plain) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
