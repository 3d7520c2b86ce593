package io.leeloogateway.problem.input;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The memory for request bodies, of all clients and of each client. A body occupies it from its arrival to the end of its request. The first
 * bytes of a body do not count, so that large bodies of some clients never hold up the ordinary changes of others.
 */
@Component
class BodyBudget {

    /** The number of connections bounds the memory for these bytes. */
    static final int FREE_BYTES = 16 * 1024;

    /** A node of a parsed document with its name and its place in an object. */
    static final int BYTES_PER_VALUE = 160;

    private final long total;
    private final long perClient;
    private final Map<String, Long> used = new HashMap<>();
    private long usedTotal;

    BodyBudget(BodyProperties properties) {
        total = properties.totalBytes();
        perClient = properties.bytesPerClient();
    }

    /** Throws a problem and takes nothing if the budget does not suffice. */
    synchronized void take(String clientId, long bytes) {
        var ofClient = used.getOrDefault(clientId, 0L) + bytes;
        if (ofClient > perClient) {
            throw new ClientBodiesTooLarge();
        }
        if (usedTotal + bytes > total) {
            throw new BodyMemoryExhausted();
        }
        usedTotal += bytes;
        used.put(clientId, ofClient);
    }

    synchronized void giveBack(String clientId, long bytes) {
        usedTotal -= bytes;
        used.computeIfPresent(clientId, (_, held) -> held == bytes ? null : held - bytes);
    }

    synchronized long usedBytes() {
        return usedTotal;
    }
}
