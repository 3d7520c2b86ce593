package io.leeloogateway.connections;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;

/**
 * Divides connections among three or more addresses that want more than an equal share of them; one or two may be proxies, and may have all. The
 * shares are fair: what an address does not use is left to the others. An IPv6 network of 64 bits is one address, as its holder has them all.
 */
final class AddressShares {

    private static final int MAX_PROXIES = 2;
    private static final int NETWORK_BYTES = 8;

    private AddressShares() {}

    /** Whether the address has its share of these connections already. */
    static boolean isUsedUp(InetAddress address, Collection<InetAddress> connected, int connections) {
        var counts = new HashMap<ByteBuffer, Integer>();
        connected.forEach(each -> counts.merge(network(each), 1, Integer::sum));
        var share = fairShare(counts.values(), connections);
        var competitors =
                counts.values().stream().filter(count -> count >= share).count();
        return competitors > MAX_PROXIES && counts.getOrDefault(network(address), 0) >= share;
    }

    private static int fairShare(Collection<Integer> counts, int connections) {
        var left = connections;
        var sharers = counts.size();
        for (var count : counts.stream().sorted().toList()) {
            if (count >= left / sharers) {
                return left / sharers;
            }
            left -= count;
            sharers--;
        }
        return Integer.MAX_VALUE;
    }

    private static ByteBuffer network(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }
}
