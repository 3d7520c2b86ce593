package io.leeloogateway.request;

import java.util.List;

/**
 * A whole list.
 *
 * @param items all of them
 */
public record Items<T>(List<T> items) {

    public Items {
        items = List.copyOf(items);
    }
}
