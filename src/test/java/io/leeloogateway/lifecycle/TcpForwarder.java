package io.leeloogateway.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Forwards TCP connections to another port, and may rewrite what the target sends; refuses connections until it is open. */
final class TcpForwarder implements AutoCloseable {

    private final int port;
    private final int target;
    private final UnaryOperator<String> rewriter;
    private ServerSocket server;

    TcpForwarder(int target) {
        this(target, UnaryOperator.identity());
    }

    /** The rewriter gets the bytes of each read as ISO 8859-1. */
    TcpForwarder(int target, UnaryOperator<String> rewriter) {
        this.target = target;
        this.rewriter = rewriter;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
            server = free;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    join(server.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void join(Socket client, Socket server) {
        Thread.ofVirtual().start(() -> copy(client, server, UnaryOperator.identity()));
        Thread.ofVirtual().start(() -> copy(server, client, rewriter));
    }

    private static void copy(Socket from, Socket to, UnaryOperator<String> rewriter) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (var length = read(from, buffer); length >= 0; length = read(from, buffer)) {
                var text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                to.getOutputStream().write(rewriter.apply(text).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // one side closed the connection
        }
    }

    private static int read(Socket from, byte[] buffer) throws IOException {
        return from.getInputStream().read(buffer);
    }
}
