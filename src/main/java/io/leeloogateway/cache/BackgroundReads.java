package io.leeloogateway.cache;

import io.leeloogateway.cache.store.ErasureGeneration;
import org.springframework.stereotype.Component;

/**
 * Reads for work that no caller waits for. It may be about a person who is erased while it is under way: nobody asked for the person any more, so
 * the work must not bring the person back into the cache.
 */
@Component
public class BackgroundReads {

    private final CacheReader reader;
    private final ErasureGeneration erasures;

    BackgroundReads(CacheReader reader, ErasureGeneration erasures) {
        this.reader = reader;
        this.erasures = erasures;
    }

    /** To be called before the work is looked up: an erasure before that removes the work, and a later one ends its reads. */
    public BackgroundWork begin() {
        return new BackgroundWork(reader, erasures, erasures.current());
    }
}
