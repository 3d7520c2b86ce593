package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ExpectedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Copies a body without its invalid values and collects them, because Jackson stops at the first. Stops at as many as a problem shows. */
final class BodyReader {

    private final JsonMapper json;
    private final NullMeaning nulls;
    private final InvalidValues invalid;

    BodyReader(JsonMapper json, NullMeaning nulls, InvalidValues invalid) {
        this.json = json;
        this.nulls = nulls;
        this.invalid = invalid;
    }

    JsonNode read(JsonNode body, JavaType type) {
        return read("", body, type);
    }

    private JsonNode read(String path, JsonNode node, JavaType type) {
        if (node.isNull()) {
            return node;
        }
        if (type.getRawClass().isRecord()) {
            return node.isObject() ? readRecord(path, node, type) : reject(path, "type", "must be an object");
        }
        if (type.isCollectionLikeType()) {
            return node.isArray() ? readArray(path, node, type) : reject(path, "type", "must be an array");
        }
        if (type.isMapLikeType()) {
            return node.isObject() ? readMap(path, node, type) : reject(path, "type", "must be an object");
        }
        return readValue(path, node, type);
    }

    private JsonNode readRecord(String path, JsonNode node, JavaType type) {
        var components = Arrays.stream(type.getRawClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        var copy = json.createObjectNode();
        node.forEachEntry((name, value) -> {
            var component = components.get(name);
            var field = FieldPath.property(path, name);
            if (component == null) {
                invalid.add(field, "unknown", "is not a field of this request");
            } else if (value.isNull() && path.isEmpty() && isRefused(component)) {
                invalid.add(field, "null", "must not be null; without the field the value stays as it is");
            } else if (isTooLong(value, component)) {
                invalid.add(field, "length", ElementLimit.detail(ElementLimit.of(component)));
            } else {
                copy.set(name, read(field, value, json.constructType(component.getGenericType())));
            }
        });
        return copy;
    }

    private boolean isRefused(RecordComponent component) {
        return nulls == NullMeaning.NONE && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The elements of a list or map over its limit are not read: each of them may have several errors. */
    private static boolean isTooLong(JsonNode value, RecordComponent component) {
        var type = value.isArray() ? Collection.class : Map.class;
        return type.isAssignableFrom(component.getType()) && value.size() > ElementLimit.of(component);
    }

    private JsonNode readArray(String path, JsonNode node, JavaType type) {
        var copy = json.createArrayNode();
        for (var element : node) {
            copy.add(read(FieldPath.element(path, copy.size()), element, type.getContentType()));
        }
        return copy;
    }

    private JsonNode readMap(String path, JsonNode node, JavaType type) {
        var copy = json.createObjectNode();
        node.forEachEntry((key, value) -> {
            if (PlainText.isValid(key)) {
                copy.set(key, read(FieldPath.element(path, key), value, type.getContentType()));
            } else {
                invalid.add(path, "format", InvalidText.DETAIL);
            }
        });
        return copy;
    }

    private JsonNode readValue(String path, JsonNode node, JavaType type) {
        try {
            json.treeToValue(node, type);
            return node;
        } catch (NumberOutOfRange e) {
            invalid.addOutOfRange(path);
            return json.valueToTree(e.nearest());
        } catch (InvalidText _) {
            return reject(path, "format", InvalidText.DETAIL);
        } catch (JacksonException _) {
            return reject(path, "type", ExpectedType.of(type.getRawClass()));
        }
    }

    private JsonNode reject(String path, String code, String detail) {
        invalid.add(path.isEmpty() ? FieldPath.BODY : path, code, detail);
        return NullNode.getInstance();
    }
}
