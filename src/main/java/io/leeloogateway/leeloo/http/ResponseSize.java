package io.leeloogateway.leeloo.http;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.query.Query;
import java.util.function.IntConsumer;

/**
 * What bounds the size of a response.
 *
 * @param limit the largest size in bytes; a larger response is unreadable
 * @param onBytes takes the number of bytes that arrive, and may refuse them
 */
public record ResponseSize(int limit, IntConsumer onBytes) {

    /** The memory for large responses bounds it, too. */
    public static ResponseSize of(Query<?> query) {
        var memory = LargeAnswers.current();
        return new ResponseSize(ResponseSizeLimit.of(query), bytes -> memory.ifPresent(held -> held.add(bytes)));
    }

    /** Small, and read whatever happens: it decides whether the change was applied. */
    public static ResponseSize of(Change<?> change) {
        return new ResponseSize(ResponseSizeLimit.of(change), _ -> {});
    }
}
