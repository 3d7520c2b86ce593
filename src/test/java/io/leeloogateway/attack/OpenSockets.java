package io.leeloogateway.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of an attacker, who does not mind which of them the gateway closes. */
final class OpenSockets implements AutoCloseable {

    private static final int CONNECT_MILLIS = 250;

    /** Not the address of the well-behaved client. */
    private static final InetAddress SOURCE = InetAddress.ofLiteral("127.0.0.2");

    private final int port;
    private final InetAddress source;
    private final List<Socket> sockets = new ArrayList<>();
    private int refused;

    OpenSockets(int port) {
        this(port, SOURCE);
    }

    OpenSockets(int port, InetAddress source) {
        this.port = port;
        this.source = source;
    }

    int size() {
        return sockets.size();
    }

    int refused() {
        return refused;
    }

    void open(String text) {
        var socket = new Socket();
        sockets.add(socket);
        try {
            socket.bind(new InetSocketAddress(source, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            write(socket, text);
        } catch (IOException _) {
            refused++;
        }
    }

    /** Writes the text to all connections. */
    void drip(String text) {
        for (var socket : sockets) {
            try {
                write(socket, text);
            } catch (IOException _) {
                // The gateway has closed this connection.
            }
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }
}
