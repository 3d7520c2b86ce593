package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreadBodiesTests {

    private final UnreadBodies bodies = new UnreadBodies();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    UnreadBodiesTests() throws IOException {}

    @AfterEach
    void close() throws IOException {
        timers.shutdownNow();
        server.close();
        for (var channel : channels) {
            channel.close();
        }
    }

    @Test
    void oldestOfTooManyEnds() throws IOException {
        var first = add();
        var second = add();
        assertThat(first.isPassed()).isFalse();

        add();

        assertThat(first.isPassed()).isTrue();
        assertThat(second.isPassed()).isFalse();
    }

    @Test
    void smallBodiesEndOnlyIfAConnectionIsNeeded() throws IOException {
        var small = add(1000);
        add(1000);
        add(1000);
        assertThat(small.isPassed()).isFalse();

        assertThat(bodies.endOldest(_ -> true)).isTrue();

        assertThat(small.isPassed()).isTrue();
    }

    @Test
    void onlyABodyOfTheCondition() throws IOException {
        var first = add(1000);
        var second = add(1000);

        assertThat(bodies.endOldest(second.channel()::equals)).isTrue();
        assertThat(bodies.endOldest(second.channel()::equals)).isFalse();

        assertThat(first.isPassed()).isFalse();
        assertThat(second.isPassed()).isTrue();
    }

    private InputDeadline add() throws IOException {
        return add(-1);
    }

    private InputDeadline add(long length) throws IOException {
        var channel = SocketChannel.open(server.getLocalAddress());
        channels.add(channel);
        var deadline = InputDeadline.start(channel, timers, Duration.ofMinutes(1));
        bodies.add(deadline, length);
        return deadline;
    }
}
