package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.LeelooError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Everything of one kind by id, newest first as Leeloo lists it. */
public final class Store<T> {

    private final String field;
    private final SequencedMap<String, T> entries = new LinkedHashMap<>();

    Store(String field) {
        this.field = field;
    }

    /** Adds something new in front. */
    public void add(String id, T entry) {
        entries.putFirst(id, entry);
    }

    /** Adds something older than everything here. */
    public void addOldest(String id, T entry) {
        entries.putLast(id, entry);
    }

    public Collection<T> all() {
        return entries.sequencedValues();
    }

    /** Finds what a path names. */
    public T get(String id) {
        var entry = entries.get(id);
        if (entry != null) {
            return entry;
        }
        var code = id.matches("[0-9a-f]{24}") ? "NOT_FOUND" : "WRONG_ID";
        throw new LeelooError(code, Map.of(field, code));
    }

    /** Finds what a body names in a field of its own. */
    public T known(@Nullable String id, String bodyField) {
        var entry = entries.get(id);
        if (entry == null) {
            throw LeelooError.wrongId(bodyField);
        }
        return entry;
    }
}
