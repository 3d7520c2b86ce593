package io.leeloogateway.cache;

import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.RenderedAnswer.Source;
import io.leeloogateway.leeloo.CacheKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cache entries that the answer to the current request comes from. */
public final class AnswerSources {

    private static final ScopedValue<AnswerSources> CURRENT = ScopedValue.newInstance();

    private final List<Source> sources = new ArrayList<>();
    private boolean hasOthers;

    /** Runs work whose reads are collected. */
    public static <T extends @Nullable Object, X extends Throwable> T collect(ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, new AnswerSources()).call(work);
    }

    /** All sources, if the answer depends on nothing else; a fresh entry answered each read. */
    public static Optional<List<Source>> current() {
        return CURRENT.isBound() && !CURRENT.get().hasOthers
                ? Optional.of(List.copyOf(CURRENT.get().sources))
                : Optional.empty();
    }

    static void add(CacheKey key, CacheEntry entry) {
        if (CURRENT.isBound()) {
            CURRENT.get().sources.add(new Source(key, entry.withoutContent()));
        }
    }

    /** The answer depends on more than fresh cache entries. */
    static void addOther() {
        if (CURRENT.isBound()) {
            CURRENT.get().hasOthers = true;
        }
    }
}
