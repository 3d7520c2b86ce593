package io.leeloogateway.audit.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A raw HTTP client that reads a response only as far as requested. */
final class SlowReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 8192;
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    SlowReader(int port, String line, String key, String requestId) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream()
                .write((line
                                + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAccept: text/csv\r\nAuthorization: Bearer "
                                + key + "\r\nX-Request-Id: " + requestId + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** The status line and the headers. */
    String headers() throws IOException {
        var headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            headers.append((char) socket.getInputStream().read());
        }
        return headers.toString();
    }

    /** Reads until the connection ends. */
    String readToTheEnd() throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER_BYTES];
        try {
            for (var count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (SocketException _) {
            // the server cut the connection
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
