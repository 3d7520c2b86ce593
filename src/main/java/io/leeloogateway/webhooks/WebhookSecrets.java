package io.leeloogateway.webhooks;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Compares the secret of an address with the valid ones, in a time that says nothing about them. */
@Component
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookSecrets {

    private final KeyedHash hash;
    private final List<byte[]> valid;

    WebhookSecrets(WebhookProperties properties, Pepper pepper) {
        hash = pepper.hashFor("webhook secret");
        valid = properties.secrets().stream()
                .map(secret -> hash.hash(bytes(secret)))
                .toList();
    }

    boolean contain(String secret) {
        var given = bytes(secret);
        var matches = 0;
        for (var expected : valid) {
            matches += hash.matches(given, expected) ? 1 : 0;
        }
        return matches > 0;
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
