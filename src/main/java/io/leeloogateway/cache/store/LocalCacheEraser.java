package io.leeloogateway.cache.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears the local cache of this instance after each erasure of a person, on whatever instance: a parsed list does not say which people it contains. */
@Component
public class LocalCacheEraser {

    private static final Logger log = LoggerFactory.getLogger(LocalCacheEraser.class);

    /** Longer than any request: a request from before the erasure may still put a value into the cache. */
    private static final Duration REPETITION = Duration.ofSeconds(40);

    private static final Duration KEPT_WITHOUT_DATABASE = Duration.ofMinutes(1);

    private final LocalCache cache;
    private final ErasureGeneration erasures;
    private long generation;
    private long readAtNanos = System.nanoTime();
    private long repeatUntilNanos = System.nanoTime();

    LocalCacheEraser(LocalCache cache, ErasureGeneration erasures) {
        this.cache = cache;
        this.erasures = erasures;
    }

    /** Without the database, there may be an erasure that this instance does not see: the memory is kept for a minute only. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void run() {
        try {
            if (!cache.isEmpty() && hasRecentErasure()) {
                cache.clear();
            }
        } catch (DataAccessException e) {
            if (System.nanoTime() - readAtNanos > KEPT_WITHOUT_DATABASE.toNanos()) {
                log.debug("the local cache is cleared: the erasures of people cannot be read", e);
                cache.clear();
            }
        }
    }

    private boolean hasRecentErasure() {
        var current = erasures.current();
        readAtNanos = System.nanoTime();
        if (current != generation) {
            generation = current;
            repeatUntilNanos = System.nanoTime() + REPETITION.toNanos();
        }
        return System.nanoTime() - repeatUntilNanos < 0;
    }
}
