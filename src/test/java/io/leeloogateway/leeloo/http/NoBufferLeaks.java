package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Fails a test class that leaks a buffer of Netty; needs {@code -Dio.netty.leakDetection.level=paranoid}. */
public final class NoBufferLeaks implements BeforeAllCallback, AfterAllCallback {

    private static final int ATTEMPTS = 3;
    private static final long MAX_WAIT_MILLIS = 5_000;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        lines.start();
        logger().addAppender(lines);
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            collectGarbage();
            // The detector reports leaked buffers only when the next buffer is allocated.
            PooledByteBufAllocator.DEFAULT.buffer(16).release();
        }
        logger().detachAppender(lines);
        assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }

    private static void collectGarbage() throws InterruptedException {
        var queue = new ReferenceQueue<Object>();
        var reader = new PhantomReference<>(new Object(), queue);
        System.gc();
        assertThat(queue.remove(MAX_WAIT_MILLIS)).isSameAs(reader);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
    }
}
