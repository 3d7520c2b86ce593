package io.leeloogateway.cache.load;

import io.leeloogateway.cache.ReadResult;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a load ended: with a result, which may be a failure of Leeloo, or with an error. */
record LoadOutcome(@Nullable ReadResult<?> result, @Nullable Throwable error) {

    static LoadOutcome of(Supplier<ReadResult<?>> load) {
        try {
            return new LoadOutcome(load.get(), null);
        } catch (RuntimeException | Error e) {
            return new LoadOutcome(null, e);
        }
    }

    /** Whether this is Leeloo's response to the query and no failure. */
    boolean isAnswer() {
        return result != null
                && (result.failure() == null
                        || result.entry() != null
                        || !result.failure().type().status().is5xxServerError());
    }

    void complete(CompletableFuture<? super ReadResult<?>> future) {
        if (error == null) {
            future.complete(Objects.requireNonNull(result));
        } else {
            future.completeExceptionally(error);
        }
    }
}
