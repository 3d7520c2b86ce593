package io.leeloogateway.cache.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Coalesces concurrent look-ups into one batch at a time. A look-up never joins a batch that has already started. */
final class BatchCoalescer<K, V> {

    private final Function<Set<K>, Map<K, V>> batchLookup;
    private final ReentrantLock running = new ReentrantLock();
    private Batch<K, V> next = new Batch<>();

    BatchCoalescer(Function<Set<K>, Map<K, V>> batchLookup) {
        this.batchLookup = batchLookup;
    }

    private record Batch<K, V>(Set<K> keys, CompletableFuture<Map<K, V>> result) {

        Batch() {
            this(new HashSet<>(), new CompletableFuture<>());
        }
    }

    Optional<V> find(K key) {
        var joined = join(key);
        if (joined.isFirst()) {
            run(joined.batch());
        }
        try {
            return Optional.ofNullable(joined.batch().result().join().get(key));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    synchronized int waiting() {
        return next.keys().size();
    }

    private record Joined<K, V>(Batch<K, V> batch, boolean isFirst) {}

    private synchronized Joined<K, V> join(K key) {
        var isFirst = next.keys().isEmpty();
        next.keys().add(key);
        return new Joined<>(next, isFirst);
    }

    private synchronized Batch<K, V> close() {
        var closed = next;
        next = new Batch<>();
        return closed;
    }

    /** If a batch fails, the next batch fails with it: its look-ups have waited for the failed batch already. */
    private void run(Batch<K, V> batch) {
        running.lock();
        try {
            if (!batch.result().isDone()) {
                close();
                batch.result().complete(batchLookup.apply(batch.keys()));
            }
        } catch (RuntimeException | Error e) {
            batch.result().completeExceptionally(e);
            close().result().completeExceptionally(e);
        } finally {
            running.unlock();
        }
    }
}
