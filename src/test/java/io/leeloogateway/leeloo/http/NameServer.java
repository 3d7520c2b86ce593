package io.leeloogateway.leeloo.http;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that resolves each name to 127.0.0.1 with a time to live of 0, or never responds. */
final class NameServer implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int TYPE_A = 1;

    private final AtomicInteger queries = new AtomicInteger();
    private final DatagramSocket socket;

    private NameServer(boolean isDead) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(isDead));
    }

    static NameServer dead() throws IOException {
        return new NameServer(true);
    }

    static NameServer alive() throws IOException {
        return new NameServer(false);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    int queries() {
        return queries.get();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve(boolean isDead) {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[512], 512);
                socket.receive(packet);
                queries.incrementAndGet();
                if (!isDead) {
                    var response = respond(packet.getData());
                    socket.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    /** RFC 1035, 4: header, the question, and for an IPv4 address one record that refers to the name of the question. */
    private static byte[] respond(byte[] query) {
        var end = HEADER;
        while (query[end] != 0) {
            end += query[end] + 1;
        }
        end += 5;
        var isIpv4 = query[end - 3] == TYPE_A;
        var response = ByteBuffer.allocate(512).put(query, 0, 2).putShort((short) 0x8180);
        response.putShort((short) 1).putShort((short) (isIpv4 ? 1 : 0)).putInt(0);
        response.put(query, HEADER, end - HEADER);
        if (isIpv4) {
            response.putShort((short) 0xC00C).putShort((short) TYPE_A).putShort((short) 1);
            response.putInt(0).putShort((short) 4).put(new byte[] {127, 0, 0, 1});
        }
        var bytes = new byte[response.position()];
        response.flip().get(bytes);
        return bytes;
    }
}
