package io.leeloogateway.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pretend Leeloo.
 *
 * @param token the token a caller must show in X-Leeloo-AuthToken or ?authToken=
 * @param requestsPerMinute wire calls the pretend company may make in a minute; 0 means no limit
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
