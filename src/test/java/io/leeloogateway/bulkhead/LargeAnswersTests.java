package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LargeAnswersTests {

    private static final int FREE = LargeAnswers.FREE_WEIGHT;

    private final LargeAnswers answers = new LargeAnswers(3_000);

    @Test
    void smallAnswersDoNotCount() {
        serve("crm", () -> {
            add(FREE);

            assertThat(answers.reservedBytes()).isZero();
        });
    }

    @Test
    void bytesOfAllAnswersOfARequestCount() {
        serve("crm", () -> {
            add(FREE);
            add(100);
            add(200);

            assertThat(answers.reservedBytes()).isEqualTo(300);
        });
        assertThat(answers.reservedBytes()).isZero();
    }

    @Test
    void clientMayHaveAPartOfWhatOthersLeave() {
        serve("crm", () -> {
            add(FREE + 1_000);
            serve("crm", () -> {
                add(FREE + 500);
                assertRefused();
            });
            serve("shop", () -> {
                add(FREE + 1_500);
                assertRefused();
                serve("mail", () -> add(FREE + 375));
            });
        });
    }

    @Test
    void onlyAnswerMayBeLargerThanTheMemory() {
        serve("crm", () -> {
            for (var buffer = 0; buffer < 100; buffer++) {
                add(FREE);
            }

            assertThat(answers.reservedBytes()).isEqualTo(99L * FREE);
            serve("shop", () -> {
                add(FREE);
                assertRefused();
            });
        });
    }

    @Test
    void answerWaitsForTheEndOfAnother() throws InterruptedException {
        var hasMemory = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var other = Thread.startVirtualThread(() -> serve("shop", () -> {
            add(FREE + 3_000);
            hasMemory.countDown();
            await(mayEnd);
        }));
        hasMemory.await();
        var waiting = Thread.startVirtualThread(() -> serve("crm", () -> LargeAnswers.occupy(FREE + 1_000)));
        Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        mayEnd.countDown();

        other.join();
        waiting.join();
        assertThat(answers.reservedBytes()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused() {
        assertThatThrownBy(() -> add(1)).isInstanceOf(TooManyLargeAnswers.class);
    }

    @Test
    void jobHasNoReservation() {
        assertThat(LargeAnswers.current()).isEmpty();
    }

    private static void add(long bytes) {
        LargeAnswers.current().orElseThrow().add(bytes);
    }

    private void serve(String clientId, Runnable work) {
        var context = new RequestContext("request", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        context.<Boolean, RuntimeException>run(() -> answers.run(() -> {
            work.run();
            return true;
        }));
    }
}
