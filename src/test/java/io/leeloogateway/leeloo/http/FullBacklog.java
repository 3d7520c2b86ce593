package io.leeloogateway.leeloo.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port with a full backlog: the next connection is neither accepted nor refused. */
public final class FullBacklog implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private FullBacklog() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    public static FullBacklog open() throws IOException {
        var full = new FullBacklog();
        while (full.acceptsConnection()) {
            // the operating system decides the real length of the backlog
        }
        return full;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/v2";
    }

    private boolean acceptsConnection() throws IOException {
        var socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
