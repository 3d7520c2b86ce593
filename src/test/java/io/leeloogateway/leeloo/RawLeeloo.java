package io.leeloogateway.leeloo;

import io.leeloogateway.request.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Leeloo of bare sockets, which does what an HTTP server would not, and counts the requests that reached it. */
public final class RawLeeloo implements AutoCloseable {

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final InetSocketAddress address;
    private volatile ServerSocket server;
    private volatile Manner manner = Manner.answer(200, "{\"status\":1,\"data\":{}}");

    public RawLeeloo() {
        server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = (InetSocketAddress) server.getLocalSocketAddress();
    }

    public String url() {
        return "http://127.0.0.1:" + address.getPort() + "/api/v2";
    }

    /** All requests so far, head and body, as they came. */
    public List<String> requests() {
        return requests;
    }

    public RawLeeloo behave(Manner next) {
        manner = next;
        return this;
    }

    /** Listens no more: connections are refused. The system ends an accept in its own time, so this is tried. */
    public void refuse() {
        close();
        var end = Deadline.after(Duration.ofSeconds(5));
        while (isListening()) {
            if (end.remaining().isZero()) {
                throw new IllegalStateException("port " + address.getPort() + " does not close");
            }
            Thread.onSpinWait();
        }
    }

    private boolean isListening() {
        try (var probe = new Socket()) {
            probe.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Listens again, and has forgotten all requests. */
    public void recover() {
        requests.clear();
        if (server.isClosed()) {
            server = listen(address);
        }
    }

    /** Breaks off what it is asked at this moment. */
    void hangUp() {
        try {
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(InetSocketAddress where) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(where);
            Thread.startVirtualThread(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                var socket = listening.accept();
                sockets.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = socket.getInputStream();
            for (var request = RawRequest.read(in); !request.isEmpty(); request = RawRequest.read(in)) {
                requests.add(request);
                manner.answer(socket);
            }
        } catch (IOException _) {
            // the client hung up, or so did we
        } finally {
            sockets.remove(socket);
        }
    }
}
