package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The thread that sends a change cannot start, dies, or cannot serialize the outcome. */
@OperationsTest
class SenderThreadIntegrationTests {

    /** When the thread of a change fails. */
    enum Death {
        BEFORE_THE_START,
        AT_THE_START
    }

    private static final String KEY = "deadly";

    @Autowired
    JdbcClient database;

    @Autowired
    InstanceId instance;

    @Autowired
    OutcomeRecorder recorder;

    @Autowired
    InFlightChanges inFlight;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
    }

    @AfterEach
    void liveAgain() {
        ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
    }

    @ParameterizedTest
    @EnumSource
    void operationEndsAsUnknownWhenItsThreadDies(Death death) {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new DeadlyValue(death));

        var reply = client.comment("Called", "X-Request-Id", "dies-" + death);

        assertThat(reply.status()).as(reply.body()).isEqualTo(500);
        assertThat(reply.outcome()).isEqualTo("unknown");
        assertThat(reply.json().path("retryable").asBoolean()).isFalse();
        assertThat(client.outcome(reply.operationId())).isEqualTo("unknown");
        assertThat(client.changesSentToLeeloo("dies-" + death)).isZero();
        liveAgain();
        assertThat(client.comment("Called").isSuccess()).isTrue();
    }

    @Test
    void operationEndsAsUnknownWhenItsOutcomeCannotBeSerialized() {
        var id = new OperationTableRows(database).sending("demo", instance.id(), Instant.now());
        inFlight.add(id);

        var recorded = recorder.record(id, () -> {
            throw new StackOverflowError();
        });

        assertThat(recorded).isPresent();
        assertThat(client.outcome(id.toString())).isEqualTo("unknown");
        assertThat(client.operation(id.toString()).text("evidence")).contains("cannot be recorded");
        assertThat(inFlight.contains(id)).isFalse();
    }

    /** A value that threads inherit, and that ends the thread of a change. */
    private record DeadlyValue(Death death) implements ThreadLocalAccessor<String> {

        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public String getValue() {
            if (death == Death.BEFORE_THE_START && isCalledBy("ChangeDispatcher")) {
                throw new StackOverflowError();
            }
            return "inherited";
        }

        @Override
        public void setValue(String value) {
            if (death == Death.AT_THE_START && Thread.currentThread().getName().startsWith("change ")) {
                throw new StackOverflowError();
            }
        }

        @Override
        public void setValue() {
            // threads without the value live
        }

        private static boolean isCalledBy(String type) {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith("." + type)));
        }
    }
}
