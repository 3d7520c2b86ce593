package io.leeloogateway.audit.query;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Documents the export formats of audit entries: they have the path of the list, so springdoc does not see them. */
@Component
@Order(50)
class ExportFormatsCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        var list = Objects.requireNonNull(document.getPaths().get("/api/v1/audit-entries"));
        Objects.requireNonNull(list.getGet().getResponses().get("200"))
                .getContent()
                .addMediaType(ExportFormat.NDJSON, lines("One audit entry as JSON in each line", "listEntries.ndjson"))
                .addMediaType(
                        ExportFormat.CSV,
                        lines("A line with the names of the columns, then an entry in each line", "listEntries.csv"));
    }

    private static MediaType lines(String description, String example) {
        return new MediaType()
                .schema(new JsonSchema().typesItem("string").description(description))
                .example(text(new ClassPathResource("openapi/exports/" + example)));
    }

    private static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
