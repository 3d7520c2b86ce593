package io.leeloogateway.access;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the security scheme and the scope and the kind of each route to the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class SecurityRequirementCustomizer {

    private static final String SCHEME = "key";

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
    GlobalOperationCustomizer routeCustomizer() {
        return (operation, method) -> {
            var route = method.getMethodAnnotation(Route.class);
            if (route != null) {
                operation.addExtension(Route.SCOPE_EXTENSION, route.scope());
                operation.addExtension(Route.KIND_EXTENSION, route.kind().value());
                operation.addSecurityItem(new SecurityRequirement().addList(SCHEME, scopes(route)));
            }
            return operation;
        };
    }

    private static List<String> scopes(Route route) {
        return route.scope().equals(Route.ANY_KEY) ? List.of() : List.of(route.scope());
    }
}
