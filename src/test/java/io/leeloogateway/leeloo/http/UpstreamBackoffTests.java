package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindPerson;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamBackoffTests {

    private static final FindPerson READ = new FindPerson(SampleIds.ANNA);
    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RawResponseMode THROTTLED = RawResponseMode.answer(429, "Too many requests");

    private final AtomicLong nanos = new AtomicLong();
    private final UpstreamBackoff backoff = new UpstreamBackoff(nanos::get);
    private final RawLeeloo raw = new RawLeeloo();
    private final StandaloneClient leeloo = StandaloneClient.of(raw.url());

    @AfterEach
    void close() {
        leeloo.close();
        raw.close();
    }

    @Test
    void whatLeelooSaysIsBelieved() {
        meet(Duration.ofSeconds(45));

        assertWaits(45);
    }

    @Test
    void withoutAWordItIsASecondAndTwiceAsLongEachTime() {
        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            meet(null);
            assertWaits(seconds);
            meet(Duration.ZERO);
        }
    }

    @Test
    void manyAtOnceCountOnce() {
        meet(null);
        meet(null);
        meet(null);

        assertWaits(1);
    }

    @Test
    void aSuccessBeginsAnew() {
        meet(null);
        meet(Duration.ZERO);
        backoff.recordSuccess();

        meet(null);

        assertWaits(1);
    }

    @Test
    void nobodyWaitsLongerThanTheMinuteThatIsUsedUp() {
        backoff.recordSuccess();
        passes(10);
        meet(null);
        for (var seconds : new int[] {1, 2, 4, 8, 16}) {
            assertWaits(seconds);
            passes(seconds);
            meet(null);
        }

        assertWaits(60 - 10 - 31);
    }

    @Test
    void anAnswerThatWasUnderWayBeginsNoMinute() {
        backoff.recordSuccess();
        passes(40);
        meet(null);
        backoff.recordSuccess();
        for (var seconds : new int[] {1, 1, 2, 4, 8}) {
            passes(seconds);
            meet(null);
        }

        assertWaits(60 - 40 - 16);
    }

    @Test
    void readsAreRefusedHereMeanwhileAndChangesGoOut() {
        raw.behave(RawResponseMode.answer(429, "Too many requests", "Retry-After: 20"));
        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.ask(READ));

        assertThatExceptionOfType(LeelooThrottled.class)
                .isThrownBy(() -> leeloo.ask(READ))
                .satisfies(refused -> assertThat(refused.retryAfter().orElseThrow())
                        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20)));
        assertThat(raw.requests()).hasSize(1);
        raw.behave(RawResponseMode.answer(200, "{\"status\":1,\"data\":{}}"));
        leeloo.send(CHANGE);
        assertThat(raw.requests()).hasSize(2);
    }

    @Test
    void aChangeThatMeetsTheLimitIsRememberedToo() {
        raw.behave(THROTTLED);
        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.send(CHANGE));

        assertThatExceptionOfType(LeelooThrottled.class).isThrownBy(() -> leeloo.ask(READ));

        assertThat(raw.requests()).hasSize(1);
    }

    private void meet(@Nullable Duration said) {
        backoff.recordThrottled(new LeelooThrottled(said));
    }

    private void passes(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void assertWaits(int seconds) {
        assertThat(backoff.remaining()).contains(Duration.ofSeconds(seconds));
    }
}
