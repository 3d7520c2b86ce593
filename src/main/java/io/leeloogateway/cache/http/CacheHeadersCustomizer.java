package io.leeloogateway.cache.http;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Adds the caching headers and the 304 response of the routes that read from Leeloo to the OpenAPI document. */
@Component
@Order(200)
class CacheHeadersCustomizer implements GlobalOpenApiCustomizer {

    private final RequestMappingHandlerMapping requestMappingHandlerMapping;

    CacheHeadersCustomizer(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.requestMappingHandlerMapping = requestMappingHandlerMapping;
    }

    @Override
    public void customise(OpenAPI document) {
        CacheHeaders.addTo(document.getComponents());
        requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> isRead(mapping.getValue()))
                .flatMap(CacheHeadersCustomizer::paths)
                .map(document.getPaths()::get)
                .map(PathItem::getGet)
                .forEach(CacheHeadersCustomizer::describe);
    }

    private static boolean isRead(HandlerMethod method) {
        var route = method.getMethodAnnotation(Route.class);
        return route != null && route.kind() == Route.Kind.READ;
    }

    private static Stream<String> paths(Entry<RequestMappingInfo, HandlerMethod> mapping) {
        return mapping.getKey().getPatternValues().stream();
    }

    private static void describe(Operation read) {
        var unchanged = new ApiResponse().description("The response that the caller has is unchanged; without a body");
        unchanged.addExtension(Route.COMPONENT_EXTENSION, "NotModified");
        read.getResponses().addApiResponse("304", unchanged);
        CacheHeaders.addTo(read);
        Stream.of("200", "304").map(read.getResponses()::get).forEach(CacheHeaders::addTo);
    }
}
