package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Documents the Location header of 201 responses, where a GET route for the created resource exists. */
@Component
class LocationHeaderCustomizer implements GlobalOpenApiCustomizer {

    private static final Header LOCATION = new Header()
            .description("The address of the created resource")
            .required(true)
            .schema(new JsonSchema().typesItem("string").format("uri-reference"));

    @Override
    public void customise(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> Optional.ofNullable(item.getPost())
                        .map(post -> post.getResponses().get("201"))
                        .filter(created -> hasItemRoute(path, document))
                        .ifPresent(created -> created.addHeaderObject(HttpHeaders.LOCATION, LOCATION)));
    }

    private static boolean hasItemRoute(String list, OpenAPI document) {
        return document.getPaths().entrySet().stream()
                .filter(path -> path.getKey().matches("\\Q" + list + "\\E/\\{\\w+}"))
                .map(path -> path.getValue().getGet())
                .anyMatch(Objects::nonNull);
    }
}
