package io.leeloogateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Cross-origin access from browsers.
 *
 * @param allowedOrigins the allowed origins, {@code https://crm.example.org}; none by default
 */
@ConfigurationProperties("gateway.access.cors")
record CorsProperties(@Nullable List<String> allowedOrigins) {

    CorsProperties {
        allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }

    boolean isEnabled() {
        return allowedOrigins != null && !allowedOrigins.isEmpty();
    }

    CorsConfigurationSource source() {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(allowedOrigins);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of("*"));
        configuration.setExposedHeaders(List.of("*"));
        return request -> configuration;
    }
}
