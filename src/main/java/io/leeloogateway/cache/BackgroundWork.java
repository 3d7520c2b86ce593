package io.leeloogateway.cache;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.ErasureGeneration;
import io.leeloogateway.leeloo.query.Query;
import java.util.function.BooleanSupplier;

/** A piece of background work, which is looked up again after each erasure of a person. It belongs to one thread. */
public final class BackgroundWork {

    private static final long UNKNOWN = -1;

    private final CacheReader reader;
    private final ErasureGeneration erasures;
    private final BooleanSupplier isThere;
    private long generation = UNKNOWN;

    BackgroundWork(CacheReader reader, ErasureGeneration erasures, BooleanSupplier isThere) {
        this.reader = reader;
        this.erasures = erasures;
        this.isThere = isThere;
        check();
    }

    /** Asks Leeloo, whatever is cached. Throws {@link ErasedMeanwhile} if the work was erased. */
    public <T> T readFromLeeloo(Query<T> query) {
        return reader.read(query, RequestCacheControl.NO_CACHE, this::fallback).orThrow();
    }

    /** Determined after the read has seen the generation of its entry: of a person who is erased from now on, the read stores nothing. */
    private Fallback fallback() {
        check();
        return Fallback.NONE;
    }

    /** Throws {@link ErasedMeanwhile} if the work was erased. An erasure after the look-up raises the generation that was read before. */
    public void check() {
        var current = erasures.current();
        if (current != generation && !isThere.getAsBoolean()) {
            throw new ErasedMeanwhile();
        }
        generation = current;
    }
}
