package io.leeloogateway.cache;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.ErasureGeneration;
import io.leeloogateway.leeloo.query.Query;

/** A piece of background work, which reads nothing more once a person was erased since it began. */
public final class BackgroundWork {

    private final CacheReader reader;
    private final ErasureGeneration erasures;
    private final long generation;

    BackgroundWork(CacheReader reader, ErasureGeneration erasures, long generation) {
        this.reader = reader;
        this.erasures = erasures;
        this.generation = generation;
    }

    /** Asks Leeloo, whatever is cached. Throws {@link ErasedMeanwhile} if a person was erased since the work began. */
    public <T> T readFromLeeloo(Query<T> query) {
        return reader.read(query, RequestCacheControl.NO_CACHE, this::fallback).orThrow();
    }

    /** Determined after the read has seen the generation of its entry: of a person who is erased from now on, the read stores nothing. */
    private Fallback fallback() {
        checkErasures();
        return Fallback.NONE;
    }

    public void checkErasures() {
        if (erasures.current() != generation) {
            throw new ErasedMeanwhile();
        }
    }
}
