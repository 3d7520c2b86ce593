package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.LeelooError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** All objects of one kind by id, newest first as in Leeloo's lists. */
public final class Store<T> {

    private final String field;
    private final SequencedMap<String, T> entries = new LinkedHashMap<>();

    Store(String field) {
        this.field = field;
    }

    /** Adds a new object in front. */
    public void add(String id, T entry) {
        entries.putFirst(id, entry);
    }

    /** Adds an object that is older than all others. */
    public void addOldest(String id, T entry) {
        entries.putLast(id, entry);
    }

    public Collection<T> all() {
        return entries.sequencedValues();
    }

    /** Finds the object that a path refers to. */
    public T get(String id) {
        var entry = entries.get(id);
        if (entry != null) {
            return entry;
        }
        var code = id.matches("[0-9a-f]{24}") ? "NOT_FOUND" : "WRONG_ID";
        throw new LeelooError(code, Map.of(field, code));
    }

    /** Finds the object that a field of a body refers to. */
    public T getReferenced(@Nullable String id, String bodyField) {
        var entry = entries.get(id);
        if (entry == null) {
            throw LeelooError.wrongId(bodyField);
        }
        return entry;
    }
}
