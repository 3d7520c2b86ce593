package io.leeloogateway.secrets;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pepper.
 *
 * @param pepper the secrets that the database's hashes are made with, of at least 32 characters each: the first makes new
 *     hashes, all of them check; {@code GATEWAY_PEPPER}, separated by commas, required
 */
@ConfigurationProperties("gateway.access")
record PepperProperties(@DefaultValue List<Secret> pepper) {

    PepperProperties {
        pepper = List.copyOf(pepper);
    }
}
