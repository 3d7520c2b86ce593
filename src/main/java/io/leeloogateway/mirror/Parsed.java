package io.leeloogateway.mirror;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies that were read before, so that they need not be sent and parsed again; the database says each time whether they still count. */
@Component
class Parsed {

    private static final int MOST = 10_000;

    private final Cache<CopyKey, Value> values =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Copies copies;
    private final Leeloo leeloo;

    Parsed(Copies copies, Leeloo leeloo) {
        this.copies = copies;
        this.leeloo = leeloo;
    }

    /** An answer, and when it was given. */
    record Value(Instant at, Object answer) {}

    @Nullable
    Value find(CopyKey key) {
        return values.getIfPresent(key);
    }

    @SuppressWarnings("unchecked") // under the key of a query lies what answers it
    <T> T read(Query<T> query, Copy copy, @Nullable Value known) {
        var answer = known != null && known.at().equals(copy.at()) ? (T) known.answer() : parse(query, copy);
        return copy.row() == null ? answer : (T) copies.freshen(query.copy(), answer, copy.row());
    }

    private <T> T parse(Query<T> query, Copy copy) {
        var answer = leeloo.reread(query, Objects.requireNonNull(copy.document()));
        values.put(query.copy(), new Value(copy.at(), answer));
        return answer;
    }
}
