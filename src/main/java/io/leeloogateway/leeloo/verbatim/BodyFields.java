package io.leeloogateway.leeloo.verbatim;

import io.leeloogateway.leeloo.change.ImportedPerson;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.wire.LeelooJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of a body in Leeloo's own words. Forms have texts for all values, and objects with numbers for names for lists. */
record BodyFields(JsonNode body) {

    private static final JsonMapper JSON = LeelooJson.mapper();

    @Nullable
    String text(String name) {
        var value = body.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : null;
    }

    String required(String name) {
        return Objects.requireNonNullElse(text(name), "");
    }

    List<String> list(String name) {
        return body.path(name)
                .valueStream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .toList();
    }

    Map<String, String> texts(String name) {
        return body.path(name)
                .propertyStream()
                .filter(property -> property.getValue().isValueNode())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, property -> property.getValue().asString()));
    }

    List<ImportedPerson> people(String name) {
        return body.path(name)
                .valueStream()
                .map(BodyFields::new)
                .map(person -> new ImportedPerson(person.required("name"), person.text("email"), person.text("phone")))
                .toList();
    }

    @Nullable
    List<CustomField> customFields(String name) {
        return body.has(name)
                ? body.path(name)
                        .valueStream()
                        .map(BodyFields::new)
                        .map(field -> new CustomField(field.text("type"), field.required("name"), field.text("value")))
                        .toList()
                : null;
    }

    @Nullable
    Instant instant(String name) {
        return read(name, Instant.class);
    }

    Instant instantOrEpoch(String name) {
        return Objects.requireNonNullElse(instant(name), Instant.EPOCH);
    }

    @Nullable
    BigDecimal decimal(String name) {
        return read(name, BigDecimal.class);
    }

    int number(String name) {
        var value = decimal(name);
        return value == null ? 0 : value.intValue();
    }

    /** Unreadable values are absent. */
    private <T> @Nullable T read(String name, Class<T> type) {
        var text = text(name);
        return text == null ? null : JSON.convertValue(text, type);
    }
}
