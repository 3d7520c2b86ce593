package io.leeloogateway;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Sings when a secret shows up in the log. Every secret of the tests carries one mark, keys have their own form; found by
 * JUnit itself, it listens to the whole suite, in the profile {@code acceptance} at level TRACE.
 */
public final class Canary implements BeforeEachCallback, AfterAllCallback {

    /** What every secret of the tests has in it. */
    static final String MARK = "of-no-worth";

    private static final Pattern SECRET = Pattern.compile(MARK + "|lgw_[0-9A-Za-z]{12}_[0-9A-Za-z]{40,}");
    /** The tests' own machinery, their HTTP client among it, and the reading of settings, which here are public. */
    private static final Pattern TESTING =
            Pattern.compile("org\\.(springframework\\.((boot\\.)?test|web\\.client|boot\\.env)|junit).*");

    private static final Map<String, String> LEAKS = new ConcurrentHashMap<>();
    private static final Listener LISTENER = new Listener();

    /** Each context sets the log up anew, so the listener comes back before each test. */
    @Override
    public void beforeEach(ExtensionContext context) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(LISTENER)) {
            LISTENER.setContext(root.getLoggerContext());
            LISTENER.start();
            root.addAppender(LISTENER);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var heard = Map.copyOf(LEAKS);
        LEAKS.clear();
        if (!heard.isEmpty()) {
            throw new AssertionError("a secret stands in the log of " + heard);
        }
    }

    private static final class Listener extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            var logger = event.getLoggerName();
            var line = event.getFormattedMessage() + trace(event.getThrowableProxy());
            if (!TESTING.matcher(logger).matches() && SECRET.matcher(line).find()) {
                LEAKS.putIfAbsent(logger, line.substring(0, Math.min(line.length(), 300)));
            }
        }

        private static String trace(@Nullable IThrowableProxy failure) {
            return failure == null ? "" : ThrowableProxyUtil.asString(failure);
        }
    }
}
