package io.leeloogateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which pages elsewhere may call from a browser.
 *
 * @param allowedOrigins their origins, {@code https://crm.example.org}; none unless set
 */
@ConfigurationProperties("gateway.access.cors")
record CorsProperties(@Nullable List<String> allowedOrigins) {

    CorsProperties {
        allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }

    boolean isOn() {
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
