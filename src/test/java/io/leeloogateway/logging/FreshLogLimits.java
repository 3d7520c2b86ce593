package io.leeloogateway.logging;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Forgets how often warnings were logged, so that a test sees its own. */
public final class FreshLogLimits {

    private FreshLogLimits() {}

    public static void reset() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getTurboFilterList().stream()
                        .filter(RepeatedLineFilter.class::isInstance)
                        .map(RepeatedLineFilter.class::cast)
                        .forEach(RepeatedLineFilter::reset);
    }
}
