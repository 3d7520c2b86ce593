package io.leeloogateway.request;

import java.util.List;

/**
 * A complete list without pagination.
 *
 * @param items all items
 */
public record Items<T>(List<T> items) {

    public Items {
        items = List.copyOf(items);
    }
}
