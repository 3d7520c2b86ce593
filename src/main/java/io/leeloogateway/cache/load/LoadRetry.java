package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.ReadResult;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One more call beside a load that hangs.
 *
 * @param starter the read that started the retry
 * @param result the result; null if the retry hangs, too
 */
record LoadRetry(CacheRead<?> starter, long startedNanos, CompletableFuture<@Nullable ReadResult<?>> result) {

    static LoadRetry start(CacheRead<?> starter) {
        return new LoadRetry(starter, System.nanoTime(), new CompletableFuture<>());
    }

    /** Whether the read made the call that gave the result. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOwnResult(CacheRead<?> read, ReadResult<?> given) {
        return starter == read && result.getNow(null) == given;
    }
}
