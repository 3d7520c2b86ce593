package io.leeloogateway.access;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Cross-origin access from browsers.
 *
 * @param allowedOrigins the allowed origins, {@code https://crm.example.org}; none by default
 */
@ConfigurationProperties("gateway.access.cors")
record CorsProperties(@Nullable List<String> allowedOrigins) {

    /** Browsers cap the age: Chromium at two hours. */
    private static final Duration PREFLIGHT_MAX_AGE = Duration.ofHours(1);

    CorsProperties {
        allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    }

    boolean isEnabled() {
        return allowedOrigins != null && !allowedOrigins.isEmpty();
    }

    CorsFilter filter(HandlerExceptionResolver resolver) {
        var filter = new CorsFilter(source());
        filter.setCorsProcessor(new ProblemCorsProcessor(resolver));
        return filter;
    }

    private CorsConfigurationSource source() {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(allowedOrigins);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        configuration.setAllowedHeaders(List.of("*"));
        configuration.setExposedHeaders(List.of("*"));
        configuration.setMaxAge(PREFLIGHT_MAX_AGE);
        return request -> configuration;
    }
}
