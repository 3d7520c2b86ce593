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
     * @param size of its document, in bytes
     */
    record Value(Instant at, @Nullable Instant rowAt, Object answer, int size) {

        boolean is(Copy copy) {
            return at.equals(copy.at()) && Objects.equals(rowAt, copy.rowAt());
        }
    }

    @Nullable
    Value find(CopyKey key) {
        return values.getIfPresent(key);
    }

    /** Where it stands, if it still counts; asked together with what others ask at the same time. */
    Optional<Shelf> confirm(CopyKey key, Value known) {
        return stamps.ask(key)
                .filter(stamp -> known.at().equals(stamp.at()) && Objects.equals(known.rowAt(), stamp.rowAt()))
                .map(stamp -> new Shelf(Optional.of(Copy.known(known.at(), known.rowAt())), stamp.generation()));
    }

    @SuppressWarnings("unchecked") // under the key of a query lies what answers it
    <T> T read(Query<T> query, Copy copy, @Nullable Value known) {
        if (known != null && known.is(copy)) {
            return (T) known.answer();
        }
        var value = known != null && known.at().equals(copy.at()) ? known : parse(query, copy);
        var answer = copy.row() == null ? value.answer() : copies.freshen(query.copy(), value.answer(), copy.row());
        values.put(query.copy(), new Value(copy.at(), copy.rowAt(), answer, value.size()));
        return (T) answer;
    }

    private Value parse(Query<?> query, Copy copy) {
        var document = Objects.requireNonNull(copy.document());
        return new Value(copy.at(), null, leeloo.reread(query, document), document.size());
    }
}
