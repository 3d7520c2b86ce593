package io.leeloogateway.cache;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The ids of the rows of a list that the database rejected. */
public final class RejectedRows {

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    void add(String id) {
        ids.add(id);
    }

    Set<String> ids() {
        return Set.copyOf(ids);
    }
}
