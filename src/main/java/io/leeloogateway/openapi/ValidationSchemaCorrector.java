package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Pattern;

/** Corrects bounds where Bean Validation and JSON Schema use the same keyword with different meanings. */
final class ValidationSchemaCorrector {

    private static final Pattern CHOICE = Pattern.compile("[A-Za-z_-]+(\\|[A-Za-z_-]+)+");

    private ValidationSchemaCorrector() {}

    static void correct(Schema<?> schema, Field field) {
        dropZeroMinimums(schema);
        if (field.isAnnotationPresent(NotBlank.class)) {
            schema.setMinLength(1);
        }
        if (schema.getPattern() != null) {
            anchor(schema, schema.getPattern());
        }
        if ("uri".equals(schema.getFormat())) {
            schema.setFormat("uri-reference");
        }
    }

    /** A minimum of zero has no effect. */
    static void dropZeroMinimums(Schema<?> schema) {
        if (Integer.valueOf(0).equals(schema.getMinLength())) {
            schema.setMinLength(null);
        }
        if (Integer.valueOf(0).equals(schema.getMinItems())) {
            schema.setMinItems(null);
        }
    }

    /**
     * A pattern of Bean Validation matches the whole text, a pattern of JSON Schema any part of it. A pattern with Unicode classes is
     * dropped, because ECMA-262 supports them only with a flag.
     */
    @SuppressWarnings("unchecked")
    static void anchor(Schema<?> schema, String pattern) {
        if (CHOICE.matcher(pattern).matches()) {
            schema.setPattern(null);
            ((Schema<Object>) schema).setEnum(List.<Object>of((Object[]) pattern.split("\\|", -1)));
        } else if (pattern.contains("\\P{")) {
            schema.setPattern(null);
        } else {
            schema.setPattern((pattern.startsWith("^") ? "" : "^") + pattern + (pattern.endsWith("$") ? "" : "$"));
        }
    }
}
