package io.leeloogateway.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulated Leeloo.
 *
 * @param token the token that a caller must send in X-Leeloo-AuthToken or ?authToken=
 * @param requestsPerMinute number of calls that the simulated Leeloo accepts in a minute; 0 means no limit
 */
@ConfigurationProperties("gateway.sandbox")
record SandboxProperties(
        @DefaultValue(SandboxProperties.TOKEN) String token,
        @DefaultValue("300") int requestsPerMinute) {

    static final String TOKEN = "sandbox-token";

    SandboxProperties {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("gateway.sandbox.requests-per-minute must not be negative");
        }
    }

    @Override
    public String toString() {
        return "SandboxProperties[token=***, requestsPerMinute=" + requestsPerMinute + "]";
    }
}
