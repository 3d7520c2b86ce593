package io.leeloogateway.connections;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;

/**
 * Divides the connections among the addresses that have many of them: none leaves the others without room. A single one, such as a proxy, may have
 * all.
 */
final class AddressShares {

    /** An address with fewer connections than this part of them all is not counted. */
    private static final int MANY = 32;

    private AddressShares() {}

    /** Whether the address has its share already. A quarter of the connections remains for addresses with few. */
    static boolean isUsedUp(InetAddress address, Collection<InetAddress> connected, int maxConnections) {
        var counts = new HashMap<InetAddress, Integer>();
        connected.forEach(each -> counts.merge(each, 1, Integer::sum));
        var many = Math.max(2, maxConnections / MANY);
        var sharers = counts.values().stream().filter(count -> count >= many).count();
        var share = Math.max(many, maxConnections * 3L / 4 / Math.max(1, sharers));
        return sharers > 1 && counts.getOrDefault(address, 0) >= share;
    }
}
