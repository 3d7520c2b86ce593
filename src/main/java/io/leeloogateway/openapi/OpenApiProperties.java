package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.info.Contact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the OpenAPI document.
 *
 * @param servers the addresses of the gateway, the first is the default; by default the address that serves the document
 * @param contact whom callers ask
 */
@Validated
@ConfigurationProperties("gateway.openapi")
record OpenApiProperties(
        @Valid List<Server> servers, @DefaultValue @Valid Contacts contact) {

    private static final Server THIS_GATEWAY = new Server(URI.create("/"), "This gateway");

    @SuppressWarnings("NullAway") // Spring passes null for an absent list
    OpenApiProperties {
        servers = servers == null || servers.isEmpty() ? List.of(THIS_GATEWAY) : List.copyOf(servers);
    }

    /**
     * An address of the gateway.
     *
     * @param url the address without {@code /api/v1}
     * @param description the environment
     */
    record Server(URI url, @NotBlank String description) {

        io.swagger.v3.oas.models.servers.Server toModel() {
            return new io.swagger.v3.oas.models.servers.Server()
                    .url(url.toString())
                    .description(description);
        }
    }

    /**
     * Whom callers ask.
     *
     * @param name a team or a person
     * @param url a page
     * @param email an address
     */
    record Contacts(
            @DefaultValue("Operators of the gateway") @NotBlank
            String name,

            @Nullable URI url,
            @Nullable String email) {

        Contact toModel() {
            return new Contact()
                    .name(name)
                    .url(url == null ? null : url.toString())
                    .email(email);
        }
    }
}
