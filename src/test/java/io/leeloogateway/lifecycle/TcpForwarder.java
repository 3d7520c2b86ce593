package io.leeloogateway.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Forwards TCP connections to another port; refuses connections until it is open. */
final class TcpForwarder implements AutoCloseable {

    private final int port;
    private final int target;
    private ServerSocket server;

    TcpForwarder(int target) {
        this.target = target;
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

    private static void join(Socket one, Socket other) {
        Thread.ofVirtual().start(() -> copy(one, other));
        Thread.ofVirtual().start(() -> copy(other, one));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one side closed the connection
        }
    }
}
