package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeAnswersTests {

    private static final int FREE = LargeAnswers.FREE_BYTES;

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
    void clientMayHaveAThirdOfTheMemory() {
        serve("crm", () -> {
            add(FREE + 900);
            serve("crm", () -> {
                add(FREE + 100);
                assertThatThrownBy(() -> add(1)).isInstanceOf(TooManyLargeAnswers.class);
            });
            serve("shop", () -> add(FREE + 1_000));
        });
    }

    @Test
    void allClientsTogetherMayHaveTheMemory() {
        serve(
                "a",
                () -> serve(
                        "b",
                        () -> serve("c", () -> {
                            add(FREE + 1_000);
                            serve("d", () -> {
                                add(FREE + 1_000);
                                serve("e", () -> {
                                    add(FREE + 1_000);
                                    serve(
                                            "f",
                                            () -> assertThatThrownBy(() -> add(FREE + 1))
                                                    .isInstanceOf(TooManyLargeAnswers.class));
                                });
                            });
                        })));
    }

    @Test
    void singleAnswerMayBeLargerThanTheMemory() {
        serve("crm", () -> {
            add(FREE + 9_000);

            assertThat(answers.reservedBytes()).isEqualTo(9_000);
        });
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
