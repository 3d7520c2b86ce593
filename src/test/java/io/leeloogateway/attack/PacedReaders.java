package io.leeloogateway.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** Without a key: requests large files on as many connections as there may be, reads them at a moderate pace, and opens a new connection for each that ends. */
record PacedReaders(String path, int readers, int newPerSecond, int bytesPerSecond, Duration duration)
        implements Attack {

    private static final int PIPELINED = 4;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final InetAddress SOURCE = InetAddress.ofLiteral("127.0.0.2");

    @Override
    public void run(Target target) throws Exception {
        var open = new ArrayList<Reader>();
        try {
            for (var tick = 0; tick < duration.dividedBy(TICK); tick++) {
                var opened = newPerSecond * (int) TICK.toMillis() / 1000;
                for (var i = 0; i < opened && open.size() < readers; i++) {
                    open.add(connect(target.port()));
                }
                open.removeIf(reader -> !reader.read(bytesPerSecond * (int) TICK.toMillis() / 1000));
                TimeUnit.NANOSECONDS.sleep(TICK.toNanos());
            }
        } finally {
            open.forEach(Reader::close);
        }
    }

    private Reader connect(int port) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(SOURCE, 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        return new Reader(channel, ByteBuffer.wrap(request.repeat(PIPELINED).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private record Reader(SocketChannel channel, ByteBuffer request) {

        /** Sends what is left of the request and reads; returns whether the connection is open. */
        boolean read(int bytes) {
            try {
                if (!channel.finishConnect()) {
                    return true;
                }
                channel.write(request);
                if (channel.read(ByteBuffer.allocate(bytes)) >= 0) {
                    return true;
                }
            } catch (IOException _) {
                // The gateway has closed the connection.
            }
            close();
            return false;
        }

        void close() {
            try {
                channel.close();
            } catch (IOException _) {
                // It is closed.
            }
        }
    }
}
