package io.leeloogateway.audit;

import java.util.List;

/**
 * The resource that a change is about.
 *
 * @param kind the kind of the resource: {@code person}
 * @param ids the id of the resource, then the ids of the resources it refers to
 */
public record ChangeTarget(String kind, List<String> ids) {

    public ChangeTarget {
        ids = List.copyOf(ids);
    }
}
