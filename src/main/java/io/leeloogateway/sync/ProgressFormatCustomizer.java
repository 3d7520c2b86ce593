package io.leeloogateway.sync;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents the stream of a run's progress: it has the path of the run, so springdoc does not see it. */
@Component
@Order(50)
class ProgressFormatCustomizer implements GlobalOpenApiCustomizer {

    private static final String EXAMPLE = "event: progress\ndata: {\"state\":\"running\",\"percent\":41}\n\n";

    @Override
    public void customise(OpenAPI document) {
        var run = Objects.requireNonNull(document.getPaths().get("/api/v1/sync-runs/{runId}"));
        var schema = new JsonSchema()
                .typesItem("string")
                .description("An event `progress` with the run as JSON whenever it has made progress");
        Objects.requireNonNull(run.getGet().getResponses().get("200"))
                .getContent()
                .addMediaType(
                        org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE,
                        new MediaType().schema(schema).example(EXAMPLE));
    }
}
