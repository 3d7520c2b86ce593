package io.leeloogateway.leeloo.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Leeloo is reached.
 *
 * @param baseUrl where Leeloo's API begins ({@code LEELOO_BASE_URL})
 * @param allowPlainHttp whether the token may travel unencrypted to a host that is not this one
 * @param token the company's token ({@code LEELOO_TOKEN})
 * @param tokenFile a file that holds the token and is read again for each call ({@code LEELOO_TOKEN_FILE})
 * @param tokenHeader the header that carries the token
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long Leeloo may be silent
 * @param totalTimeout how long a call may take as a whole; at most 60 s; a caller's shorter deadline counts
 * @param connections how many connections may be open
 * @param acquireTimeout how long a call may wait for a connection of its own
 * @param idleTime how long an unused connection is kept
 * @param lifeTime how long a connection is kept at all
 */
@ConfigurationProperties("gateway.leeloo")
public record LeelooProperties(
        @DefaultValue("https://api.leeloo.ai/api/v2") URI baseUrl,
        @DefaultValue("false") boolean allowPlainHttp,
        @Nullable Token token,
        @Nullable Path tokenFile,
        @DefaultValue("X-Leeloo-AuthToken") String tokenHeader,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("30s") Duration totalTimeout,
        @DefaultValue("32") int connections,
        @DefaultValue("1s") Duration acquireTimeout,
        @DefaultValue("15s") Duration idleTime,
        @DefaultValue("5m") Duration lifeTime) {

    /** A change that left is given up by then, before anybody concludes that it never arrived. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public LeelooProperties {
        require(HEADER.matcher(tokenHeader).matches(), "token-header");
        require(connections > 0, "connections");
        require(connectTimeout.isPositive(), "connect-timeout");
        require(readTimeout.isPositive(), "read-timeout");
        require(totalTimeout.isPositive() && totalTimeout.compareTo(LONGEST_CALL) <= 0, "total-timeout");
        require(acquireTimeout.isPositive(), "acquire-timeout");
        require(idleTime.isPositive(), "idle-time");
        require(lifeTime.isPositive(), "life-time");
        tokenFile = tokenFile == null || tokenFile.toString().isEmpty() ? null : tokenFile;
        if (baseUrl.getHost() == null || !String.valueOf(baseUrl.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("LEELOO_BASE_URL must be an http(s) address: " + baseUrl);
        }
        if (!allowPlainHttp && baseUrl.getScheme().equalsIgnoreCase("http") && !isLoopback(baseUrl.getHost())) {
            throw new IllegalArgumentException("LEELOO_BASE_URL would send the token unencrypted to "
                    + baseUrl.getHost() + "; use https or set gateway.leeloo.allow-plain-http=true");
        }
    }

    private static void require(boolean usable, String setting) {
        if (!usable) {
            throw new IllegalArgumentException("gateway.leeloo." + setting + " has a value that cannot work");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
