package io.leeloogateway.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the pepper.
 *
 * @param pepper the secrets for the hashes in the database, of at least 32 characters each: the first computes new hashes, all verify
 *     them; {@code GATEWAY_PEPPER}, separated by commas, required
 */
@ConfigurationProperties("gateway.access")
record PepperProperties(@DefaultValue List<Secret> pepper) {

    PepperProperties {
        pepper = List.copyOf(pepper);
    }
}
