package io.leeloogateway.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.leeloogateway.request.KnownValues;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Derives required and nullable properties from the gateway's records, whose nullness NullAway checks. */
@Component
class RecordNullabilityConverter implements ModelConverter {

    private static final String ROOT_PACKAGE = "io.leeloogateway.";
    private static final String FORM = "Form";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith(ROOT_PACKAGE)) {
            describe(raw, model(schema, context));
        }
        return schema;
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(Class<?> type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        model.setRequired(fields(type).stream()
                .filter(RecordNullabilityConverter::isRequired)
                .map(RecordNullabilityConverter::name)
                .toList());
        for (var field : fields(type)) {
            Schema<?> property = Objects.requireNonNull(model.getProperties().get(name(field)));
            if (field.isAnnotationPresent(JsonRawValue.class)) {
                property.setTypes(Set.of("object"));
            }
            if (isNullable(field) && !isOmittedIfNull(field) && !isChange(type)) {
                model.getProperties().put(name(field), nullable(property));
            }
            ValidationSchemaCorrector.correct(property, field);
            addKnownValues(property, field);
        }
    }

    private static String name(Field field) {
        var property = field.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? field.getName() : property.value();
    }

    private static void addKnownValues(Schema<?> property, Field field) {
        var known = field.getAnnotation(KnownValues.class);
        if (known != null) {
            var schema = property.getItems() == null ? property : property.getItems();
            schema.addExtension(KnownValues.EXTENSION, List.of(known.value()));
        }
    }

    /** A reference has no other type beside itself. */
    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        var reference = new JsonSchema();
        reference.set$ref(property.get$ref());
        var either = new JsonSchema();
        either.setDescription(property.getDescription());
        either.setAnyOf(List.of(reference, new JsonSchema().typesItem("null")));
        return either;
    }

    /** A request may omit a nullable field; a response contains the null. */
    private static boolean isRequired(Field field) {
        var isOptional = isOmittedIfNull(field)
                || field.getDeclaringClass().getSimpleName().endsWith(FORM);
        return !isNullable(field) || !isOptional;
    }

    /** A field of a change may be absent, but null is rejected. */
    private static boolean isChange(Class<?> type) {
        return type.getSimpleName().endsWith("ChangeForm");
    }

    private static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isOmittedIfNull(Field field) {
        return isNullable(field)
                && (field.isAnnotationPresent(JsonInclude.class)
                        || field.getDeclaringClass().isAnnotationPresent(JsonInclude.class));
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }
}
