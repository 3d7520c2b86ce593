package io.leeloogateway.leeloo.http;

import io.leeloogateway.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to Leeloo.
 *
 * @param baseUrl the base URL of Leeloo's API ({@code LEELOO_BASE_URL})
 * @param allowPlainHttp whether the gateway may send the token unencrypted to a host other than this one
 * @param token the company's token ({@code LEELOO_TOKEN})
 * @param tokenFile a file with the token, read for each call ({@code LEELOO_TOKEN_FILE})
 * @param tokenHeader the request header with the token
 * @param connectTimeout the longest time to open a connection
 * @param readTimeout the longest time without data from Leeloo
 * @param totalTimeout the longest time of a whole call; at most 60 s; a caller's shorter deadline applies
 * @param slowCallDuration the time after which a call counts as a failure for its circuit breaker
 * @param connections the most open connections for reads
 * @param changeConnections the most open connections for changes
 * @param acquireTimeout the longest wait for a free connection
 */
@ConfigurationProperties("gateway.leeloo")
record LeelooProperties(
        @DefaultValue("https://api.leeloo.ai/api/v2") URI baseUrl,
        @DefaultValue("false") boolean allowPlainHttp,
        @Nullable Secret token,
        @Nullable Path tokenFile,
        @DefaultValue("X-Leeloo-AuthToken") String tokenHeader,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("30s") Duration totalTimeout,
        @DefaultValue("5s") Duration slowCallDuration,
        @DefaultValue("32") int connections,
        @DefaultValue("16") int changeConnections,
        @DefaultValue("1s") Duration acquireTimeout) {

    /** The gateway abandons a sent change by then, before reconciliation may conclude that it was not applied. */
    private static final Duration MAX_TOTAL_TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    LeelooProperties {
        require(HEADER.matcher(tokenHeader).matches(), "token-header");
        require(connections > 0, "connections");
        require(changeConnections > 0, "change-connections");
        require(slowCallDuration.isPositive(), "slow-call-duration");
        require(connectTimeout.isPositive(), "connect-timeout");
        require(readTimeout.isPositive(), "read-timeout");
        require(totalTimeout.isPositive() && totalTimeout.compareTo(MAX_TOTAL_TIMEOUT) <= 0, "total-timeout");
        require(acquireTimeout.isPositive(), "acquire-timeout");
        tokenFile = tokenFile == null || tokenFile.toString().isEmpty() ? null : tokenFile;
        if (baseUrl.getHost() == null || !String.valueOf(baseUrl.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("LEELOO_BASE_URL must be an http(s) address: " + baseUrl);
        }
        if (!allowPlainHttp && baseUrl.getScheme().equalsIgnoreCase("http") && !isLoopback(baseUrl.getHost())) {
            throw new IllegalArgumentException("LEELOO_BASE_URL would send the token unencrypted to "
                    + baseUrl.getHost() + "; use https or set gateway.leeloo.allow-plain-http=true");
        }
    }

    private static void require(boolean isValid, String setting) {
        if (!isValid) {
            throw new IllegalArgumentException("gateway.leeloo." + setting + " has an invalid value");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
