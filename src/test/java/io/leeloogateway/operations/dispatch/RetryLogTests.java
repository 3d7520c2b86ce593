package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.request.Outcome;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

class RetryLogTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(RetryLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong nanoTime = new AtomicLong();
    private final UUID id = UUID.randomUUID();
    private final RetryLog retries =
            new RetryLog(id, OperationResult.of(Outcome.APPLIED, 200, OperationResult.GATEWAY, null), nanoTime::get);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
    }

    @Test
    void onlyTheFirstAttemptHasAStackTrace() {
        fail();
        nanoTime.addAndGet(RetryLog.INTERVAL.toNanos());
        fail();

        assertThat(lines.list)
                .extracting(line -> line.getThrowableProxy() != null)
                .containsExactly(true, false);
        assertThat(lines.list.getLast().getFormattedMessage()).contains(id.toString(), "SQL state 08001");
    }

    @Test
    void laterAttemptsAreLoggedOnceAMinute() {
        for (var halfSecond = 0; halfSecond < 360; halfSecond++) {
            fail();
            nanoTime.addAndGet(500_000_000);
        }

        assertThat(lines.list).hasSize(3);
    }

    private void fail() {
        retries.warn(new DataAccessResourceFailureException("down", new SQLException("refused", "08001")));
    }
}
