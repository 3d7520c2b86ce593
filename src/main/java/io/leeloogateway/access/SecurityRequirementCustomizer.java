package io.leeloogateway.access;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the security scheme and the scope of each route to the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class SecurityRequirementCustomizer {

    private static final String SCHEME = "key";
    private static final String SCOPE = "x-scope";

    @Bean
    GlobalOpenApiCustomizer securitySchemeCustomizer() {
        var scheme = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key of the gateway: lgw_…");
        return document -> {
            if (document.getComponents() == null) {
                document.setComponents(new Components());
            }
            document.getComponents().addSecuritySchemes(SCHEME, scheme);
        };
    }

    @Bean
    GlobalOperationCustomizer scopeCustomizer() {
        return (operation, method) -> {
            var route = method.getMethodAnnotation(Route.class);
            if (route != null) {
                var description = Objects.requireNonNullElse(operation.getDescription(), "");
                operation.description((description + "\n\nScope: `" + route.scope() + "`.").strip());
                operation.addExtension(SCOPE, route.scope());
                operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
            }
            return operation;
        };
    }
}
