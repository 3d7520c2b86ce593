package io.leeloogateway.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedLineFilterTests {

    private static final int REPEATS = 25;

    private final LoggerContext context = new LoggerContext();
    private final RepeatedLineFilter filter = new RepeatedLineFilter();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = context.getLogger("com.example.Library");

    @BeforeEach
    void addFilter() {
        context.addTurboFilter(filter);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
        lines.start();
    }

    @Test
    void repeatedWarningIsSuppressedAndCounted() {
        repeat(() -> log.warn("request {} failed", System.nanoTime()));

        assertThat(lines.list).hasSize(RepeatedLineFilter.MAX_LINES);
        assertThat(filter.reset().values()).containsExactly(REPEATS - RepeatedLineFilter.MAX_LINES);
    }

    @Test
    void warningIsLoggedAgainInTheNextMinute() {
        repeat(() -> log.warn("request failed"));
        filter.reset();

        log.warn("request failed");

        assertThat(lines.list).hasSize(RepeatedLineFilter.MAX_LINES + 1);
        assertThat(filter.reset()).isEmpty();
    }

    @Test
    void failureOfAnotherPlaceIsLogged() {
        repeat(() -> log.error("a request failed", new IllegalStateException("first")));

        log.error("a request failed", new IllegalStateException("second"));

        assertThat(lines.list).hasSize(RepeatedLineFilter.MAX_LINES + 1);
    }

    @Test
    void textsThatAlwaysDifferShareALimit() {
        for (var i = 0; i < 10 * RepeatedLineFilter.MAX_KINDS; i++) {
            log.warn("invalid request " + i);
        }

        assertThat(lines.list).hasSizeLessThanOrEqualTo(RepeatedLineFilter.MAX_KINDS + RepeatedLineFilter.MAX_LINES);
    }

    @Test
    void linesThatNameALossAreNotLimited() {
        repeat(() -> context.getLogger("io.leeloogateway.operations.dispatch.OutcomeRecorder")
                .warn("operation {} is unknown", 1));

        assertThat(lines.list).hasSize(REPEATS);
    }

    @Test
    void otherLevelsAreNotLimited() {
        repeat(() -> log.info("started"));
        repeat(() -> assertThat(log.isWarnEnabled()).isTrue());

        assertThat(lines.list).hasSize(REPEATS);
        assertThat(filter.reset()).isEmpty();
    }

    @Test
    void disabledLineIsNotCounted() {
        log.setLevel(Level.OFF);

        repeat(() -> log.error("failed"));

        assertThat(filter.reset()).isEmpty();
    }

    private static void repeat(Runnable work) {
        for (var i = 0; i < REPEATS; i++) {
            work.run();
        }
    }
}
