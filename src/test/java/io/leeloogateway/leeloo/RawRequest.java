package io.leeloogateway.leeloo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A request as it comes out of a socket. */
final class RawRequest {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private RawRequest() {}

    /** Head and body; empty at the end of the stream. */
    static String read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        var length = LENGTH.matcher(head);
        var body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return head + new String(body, StandardCharsets.UTF_8);
    }
}
