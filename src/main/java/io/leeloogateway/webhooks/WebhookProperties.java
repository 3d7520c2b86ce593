package io.leeloogateway.webhooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Leeloo's webhooks.
 *
 * @param secrets the secrets in the addresses that Leeloo may call, each of 32 to 200 letters, digits, {@code -} and {@code _}; none by default
 * @param retention how long events are kept, at least an hour
 */
@ConfigurationProperties("gateway.webhooks")
record WebhookProperties(
        @DefaultValue List<String> secrets,
        @DefaultValue("7d") Duration retention) {

    private static final String SECRET = "[A-Za-z0-9_-]{32,200}";

    WebhookProperties {
        secrets = List.copyOf(secrets);
        if (!secrets.stream().allMatch(secret -> secret.matches(SECRET))) {
            throw new IllegalArgumentException(
                    "each of gateway.webhooks.secrets must have 32 to 200 letters, digits, - and _");
        }
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("gateway.webhooks.retention must be at least 1h");
        }
    }

    /** The text of a record has all its components. */
    @Override
    public String toString() {
        return "WebhookProperties[" + secrets.size() + " secrets, " + retention + "]";
    }
}
