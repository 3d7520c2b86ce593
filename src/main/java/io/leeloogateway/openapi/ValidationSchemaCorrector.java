package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Field;
import java.util.List;
import java.util.regex.Pattern;

/** Says bounds as JSON Schema means them, where Bean Validation means something else by the same words. */
final class ValidationSchemaCorrector {

    private static final Pattern CHOICE = Pattern.compile("[A-Z_]+(\\|[A-Z_]+)+");

    private ValidationSchemaCorrector() {}

    static void correct(Schema<?> schema, Field field) {
        dropIdle(schema);
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

    /** A least length of nothing bounds nothing. */
    static void dropIdle(Schema<?> schema) {
        if (Integer.valueOf(0).equals(schema.getMinLength())) {
            schema.setMinLength(null);
        }
        if (Integer.valueOf(0).equals(schema.getMinItems())) {
            schema.setMinItems(null);
        }
    }

    /**
     * A pattern of Bean Validation fits the whole text, one of JSON Schema any part of it; and Unicode's classes are read by few
     * readers of JSON Schema (ECMA-262 knows them behind a flag only), so that such a pattern is left to the words.
     */
    @SuppressWarnings("unchecked")
    private static void anchor(Schema<?> schema, String pattern) {
        if (CHOICE.matcher(pattern).matches()) {
            schema.setPattern(null);
            ((Schema<Object>) schema).setEnum(List.<Object>of((Object[]) pattern.split("\\|", -1)));
        } else if (pattern.contains("\\P{")) {
            schema.setPattern(null);
        } else if (!pattern.startsWith("^")) {
            schema.setPattern("^" + pattern + "$");
        }
    }
}
