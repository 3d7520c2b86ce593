package io.leeloogateway.audit.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client without manners between it and the wire, which takes no more of an answer than it asks for. */
final class SlowReader implements AutoCloseable {

    private static final int FEW_BYTES = 8192;
    private static final int LONGEST_MILLIS = 30_000;

    private final Socket socket;

    SlowReader(int port, String line, String key, String requestId) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(FEW_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(LONGEST_MILLIS);
        socket.getOutputStream()
                .write((line
                                + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAccept: text/csv\r\nAuthorization: Bearer "
                                + key + "\r\nX-Request-Id: " + requestId + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** The status line and the headers. */
    String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        return head.toString();
    }

    /** Until the other end is heard no more. */
    String readToTheEnd() throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[FEW_BYTES];
        try {
            for (var count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (SocketException _) {
            // cut off
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
