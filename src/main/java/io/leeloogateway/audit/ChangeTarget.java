package io.leeloogateway.audit;

import java.util.List;

/**
 * What a change is about.
 *
 * @param kind a kind of thing: {@code person}
 * @param ids of that thing and of others it names, that one first
 */
public record ChangeTarget(String kind, List<String> ids) {

    public ChangeTarget {
        ids = List.copyOf(ids);
    }
}
