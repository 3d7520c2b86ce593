package io.leeloogateway.openapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * A large file in memory. To decompress a megabyte from the jar for each request would cost more than to send it, and Java's stream of bytes
 * would copy 128 KiB of it for each connection.
 */
final class KeptFile extends TransformedResource {

    private final byte[] content;

    KeptFile(Resource original, byte[] content) {
        super(original, content);
        this.content = content;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content) {

            @Override
            public synchronized long transferTo(OutputStream out) throws IOException {
                out.write(buf, pos, count - pos);
                var written = count - pos;
                pos = count;
                return written;
            }
        };
    }
}
