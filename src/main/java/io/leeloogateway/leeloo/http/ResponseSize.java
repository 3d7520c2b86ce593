package io.leeloogateway.leeloo.http;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.query.Query;
import java.util.function.IntConsumer;

/**
 * What bounds the size of a response.
 *
 * @param limit the largest size in bytes; a larger response is unreadable
 * @param onWeight takes the weight of the bytes that arrive, and may refuse them
 */
public record ResponseSize(int limit, IntConsumer onWeight) {

    /** The memory for large responses bounds it, too. */
    public static ResponseSize of(Query<?> query) {
        var memory = LargeAnswers.current();
        return new ResponseSize(ResponseSizeLimit.of(query), weight -> memory.ifPresent(held -> held.add(weight)));
    }

    /** Small, and read whatever happens: it decides whether the change was applied. */
    public static ResponseSize of(Change<?> change) {
        return new ResponseSize(ResponseSizeLimit.of(change), _ -> {});
    }
}
