package io.leeloogateway.logging;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Forgets before each test how often warnings were logged, so that a test sees its own. */
public final class FreshLogLimits implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getTurboFilterList().stream()
                    .filter(RepeatedLineFilter.class::isInstance)
                    .map(RepeatedLineFilter.class::cast)
                    .forEach(RepeatedLineFilter::reset);
        }
    }
}
