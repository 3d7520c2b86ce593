package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.Test;

/** Each note is of a write: how many bytes were taken, and whether more wait. */
class MeasuredChannelTests {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final MeasuredChannel channel = new MeasuredChannel(new SocketBufferHandler(0, 0, false));

    @Test
    void callerWhoTakesEverythingAtOnceIsNeverSlow() {
        for (var second = 0; second < 10; second++) {
            channel.note(10, false, second * SECOND);
        }

        assertThat(channel.isSlow(seconds(1), 20 * SECOND)).isFalse();
    }

    @Test
    void callerWhoTakesNothingIsSlowAfterThePatience() {
        channel.note(100_000, true, 0);

        assertThat(channel.isSlow(seconds(1), SECOND - 1)).isFalse();
        assertThat(channel.isSlow(seconds(1), SECOND)).isTrue();
    }

    @Test
    void callerWhoTakesALittleEachSecondIsSlow() {
        for (var second = 0; second < 5; second++) {
            channel.note(8192, false, second * SECOND);
            channel.note(600, true, second * SECOND);
        }

        assertThat(channel.isSlow(seconds(4), 4 * SECOND + SECOND / 2)).isTrue();
        assertThat(channel.isSlow(seconds(5), 4 * SECOND + SECOND / 2)).isFalse();
    }

    @Test
    void callerWhoTakesEnoughIsNotSlowThoughItIsAlwaysWaitedFor() {
        for (var second = 0; second < 10; second++) {
            channel.note(40_000, true, second * SECOND);
        }

        assertThat(channel.isSlow(seconds(1), 9 * SECOND + SECOND / 10)).isFalse();
    }

    @Test
    void earlierWaitingIsForgotten() {
        channel.note(0, true, 0);
        channel.note(600, false, 4 * SECOND);
        channel.note(600, false, 10 * SECOND);
        channel.note(0, true, 11 * SECOND);

        assertThat(channel.isSlow(seconds(1), 11 * SECOND + SECOND / 2)).isFalse();
    }

    private static Patience seconds(int seconds) {
        return new Patience(Duration.ofSeconds(seconds), 32 * 1024);
    }
}
