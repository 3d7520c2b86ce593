package io.leeloogateway.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the console.
 *
 * @param enabled whether the gateway serves the console at {@code /console}
 */
@ConfigurationProperties("gateway.console")
record ConsoleProperties(@DefaultValue("true") boolean enabled) {}
