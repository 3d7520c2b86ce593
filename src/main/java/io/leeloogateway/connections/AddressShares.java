package io.leeloogateway.connections;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Divides connections among the addresses that want more than an equal share of them. The shares are fair: what an address does not use is left to
 * the others. An IPv6 network of 64 bits is one address, as its holder has them all. Only the thread that accepts connections uses this.
 */
final class AddressShares {

    /** While callers connect thousands of times a second, to count all connections each time would take longer than to refuse them. */
    private static final long MAX_AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int NETWORK_BYTES = 8;

    private final Map<ByteBuffer, Integer> counts = new HashMap<>();
    private final Set<ByteBuffer> withoutRoom = new HashSet<>();
    private final int share;
    private final long countedAt = System.nanoTime();

    AddressShares(Collection<InetAddress> connected, int connections) {
        connected.forEach(this::add);
        share = fairShare(counts.values(), connections);
    }

    boolean isOutdated() {
        return System.nanoTime() - countedAt > MAX_AGE_NANOS;
    }

    /** Counts another connection of the address. */
    void add(InetAddress address) {
        counts.merge(network(address), 1, Integer::sum);
    }

    /** Whether the address has its share of the connections already. */
    boolean isUsedUp(InetAddress address) {
        return counts.getOrDefault(network(address), 0) >= share;
    }

    /** Remembers that no connection can make room for another one of the address. */
    void markWithoutRoom(InetAddress address) {
        withoutRoom.add(network(address));
    }

    boolean isWithoutRoom(InetAddress address) {
        return withoutRoom.contains(network(address));
    }

    static boolean areOne(InetAddress address, InetAddress another) {
        return network(address).equals(network(another));
    }

    private static int fairShare(Collection<Integer> counts, int connections) {
        var left = connections;
        var sharers = counts.size();
        for (var count : counts.stream().sorted().toList()) {
            if (sharers == 1 || count >= left / sharers) {
                return Math.max(1, left / sharers);
            }
            left -= count;
            sharers--;
        }
        return connections;
    }

    private static ByteBuffer network(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }
}
