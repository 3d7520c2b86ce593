package io.leeloogateway.attack;

import io.leeloogateway.fixtures.GatewayProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an attacker has.
 *
 * @param port the port of the gateway or of the proxy in front of it
 * @param key the API key of a client with the default rate limit and the scopes people:read, people:write, messages:send and tags:read
 */
record Target(GatewayProcess gateway, int port, String key, JdbcClient database) {}
