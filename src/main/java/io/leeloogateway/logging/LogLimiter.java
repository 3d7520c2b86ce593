package io.leeloogateway.logging;

import ch.qos.logback.classic.LoggerContext;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Limits repeated warnings and errors, so that no caller fills the disk, and logs each minute how many were suppressed. */
@Component
class LogLimiter implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LogLimiter.class);
    private static final int MAX_LENGTH = 200;

    private final RepeatedLineFilter filter = new RepeatedLineFilter();

    @Override
    public void afterPropertiesSet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(filter);
        }
    }

    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void logSuppressedLines() {
        filter.reset().forEach((kind, count) -> log.warn("{} more lines of {}: {}", count, kind.logger(), text(kind)));
    }

    @Override
    public void destroy() {
        logSuppressedLines();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(filter);
        }
    }

    private static String text(LineKind kind) {
        var text = kind.format() + (kind.cause() == null ? "" : " (" + kind.cause() + ")");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
