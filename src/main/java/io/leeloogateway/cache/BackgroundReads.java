package io.leeloogateway.cache;

import io.leeloogateway.cache.store.ErasureGeneration;
import java.util.function.BooleanSupplier;
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

    /**
     * Begins a piece of work that was found before. Throws {@link ErasedMeanwhile} if it is gone.
     *
     * @param isThere asks the database whether the work was not erased
     */
    public BackgroundWork begin(BooleanSupplier isThere) {
        return new BackgroundWork(reader, erasures, isThere);
    }
}
