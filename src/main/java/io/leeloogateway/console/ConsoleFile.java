package io.leeloogateway.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** A file of the console in memory, as it is and compressed. */
final class ConsoleFile {

    private static final Pattern GZIP = Pattern.compile("(?i)(^|.*[, ])gzip *(|,.*|; *q=(1|0?\\.0*[1-9]).*)");

    private final MediaType type;
    private final byte[] content;
    private final byte[] compressed;

    ConsoleFile(MediaType type, byte[] content) {
        this.type = type;
        this.content = content.clone();
        this.compressed = compress(content);
    }

    ResponseEntity<byte[]> response(@Nullable String acceptEncoding, CacheControl cacheControl) {
        var response = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cacheControl)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (acceptEncoding == null || !GZIP.matcher(acceptEncoding).matches()) {
            return response.eTag(DigestUtils.md5DigestAsHex(content)).body(content);
        }
        return response.header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .eTag(DigestUtils.md5DigestAsHex(compressed))
                .body(compressed);
    }

    byte[] content() {
        return content.clone();
    }

    private static byte[] compress(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
