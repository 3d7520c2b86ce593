package io.leeloogateway.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies that were read before, so that they need not be sent and parsed again; the database says each time whether they still count. */
@Component
class Parsed {

    /** Of the documents; what they are parsed into takes a few times that. */
    private static final int MOST_BYTES = 16_000_000;

    private final Cache<CopyKey, Value> values = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((CopyKey _, Value value) -> value.size())
            .build();
    private final Copies copies;
    private final Rounds<CopyKey, Stamp> stamps;
    private final Leeloo leeloo;

    Parsed(Copies copies, Leeloo leeloo) {
        this.copies = copies;
        this.stamps = new Rounds<>(copies::stamps);
        this.leeloo = leeloo;
    }

    /**
     * An answer, and when it was given.
     *
     * @param at when Leeloo gave it
     * @param rowAt when a list told later, which is in the answer; null where none did
     * @param answer the answer
     * @param plain the same without what a list told
     * @param size of its document, in bytes
     */
    record Value(Instant at, @Nullable Instant rowAt, Object answer, Object plain, int size) {

        boolean is(Stamp stamp) {
            return at.equals(stamp.at()) && Objects.equals(rowAt, stamp.rowAt());
        }

        boolean is(Copy copy) {
            return at.equals(copy.at()) && Objects.equals(rowAt, copy.rowAt());
        }
    }

    @Nullable
    Value find(CopyKey key) {
        return values.getIfPresent(key);
    }

    /** Where a copy stands; asked together with what others ask at the same time, and with the document only if that is not known. */
    Shelf look(CopyKey key, @Nullable Value known) {
        var stamp = stamps.ask(key).orElseThrow();
        if (stamp.at() == null) {
            return new Shelf(Optional.empty(), stamp.generation());
        }
        if (stamp.isTombstone()) {
            return new Shelf(Optional.of(Copy.tombstone(stamp.at())), stamp.generation());
        }
        return known != null && known.is(stamp)
                ? new Shelf(Optional.of(Copy.known(stamp)), stamp.generation())
                : copies.find(key, known == null ? null : known.at());
    }

    @SuppressWarnings("unchecked") // under the key of a query lies what answers it
    <T> T read(Query<T> query, Copy copy, @Nullable Value known) {
        if (known != null && known.is(copy)) {
            return (T) known.answer();
        }
        var value = known != null && known.at().equals(copy.at()) ? known : parse(query, copy);
        var answer = copy.row() == null ? value.plain() : copies.freshen(query.copy(), value.plain(), copy.row());
        values.put(query.copy(), new Value(copy.at(), copy.rowAt(), answer, value.plain(), value.size()));
        return (T) answer;
    }

    private Value parse(Query<?> query, Copy copy) {
        var document = Objects.requireNonNull(copy.document());
        var answer = leeloo.reread(query, document);
        return new Value(copy.at(), null, answer, answer, document.size());
    }
}
