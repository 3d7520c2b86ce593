package io.leeloogateway.attack;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an attacker has.
 *
 * @param port the port of the gateway or of the proxy in front of it
 * @param key the API key of a client with the default rate limit and the scopes people:read, people:write, messages:send and tags:read
 */
record Target(GatewayProcess gateway, int port, String key, JdbcClient database) {

    /** Keys of as many new clients, each as {@link #key}. */
    List<String> newKeys(int clients) throws IOException, InterruptedException {
        var keys = new ArrayList<String>();
        while (keys.size() < clients) {
            keys.add(GatewayProcessClient.create(gateway, 120).key());
        }
        return keys;
    }

    /** The address of a client of its own. */
    static InetAddress address(int number) {
        return InetAddress.ofLiteral("127.0.0." + number);
    }
}
