package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.RawResponseMode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Responses that break in HTTP or are of an unreasonable size. */
final class BrokenResponse {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] BLANKS = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);

    private BrokenResponse() {}

    /** Sends these bytes and resets the connection. */
    static RawResponseMode resetAfter(String text) {
        return socket -> {
            write(socket, text);
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    static RawResponseMode headersOf(int kibibytes) {
        var headers = IntStream.range(0, kibibytes)
                .mapToObj(number -> "X-Header-%d: %s\r\n".formatted(number, "x".repeat(1024)))
                .collect(Collectors.joining());
        return RawResponseMode.send("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: 2\r\n\r\n{}");
    }

    static RawResponseMode nestedTo(int depth) {
        return RawResponseMode.respond(200, "{\"status\":1,\"data\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    /** A gibibyte of blanks before the JSON, as far as the client reads. */
    static RawResponseMode gibibyte() {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + 1024 * MEBIBYTE + "\r\n\r\n");
            for (var sent = 0; sent < 1024; sent++) {
                socket.getOutputStream().write(BLANKS);
            }
        };
    }

    /** A gibibyte of blanks, compressed, without being asked for. */
    static RawResponseMode gzipBomb() {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
            try (var compressed = new GZIPOutputStream(socket.getOutputStream())) {
                for (var sent = 0; sent < 256; sent++) {
                    compressed.write(BLANKS);
                }
            }
        };
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
