package io.leeloogateway.leeloo.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of unanswered connections is full, so that the next one is neither taken nor refused. */
public final class FullBacklog implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private FullBacklog() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    public static FullBacklog open() throws IOException {
        var full = new FullBacklog();
        while (full.takesAnother()) {
            // the system decides how long the queue really is
        }
        return full;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/api/v2";
    }

    private boolean takesAnother() throws IOException {
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
