package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives schemas the names that callers read in generated clients: {@code PersonPage} and not {@code OffsetPagePersonRowView}. */
@Component
@Order(10)
class SchemaNames implements DocumentTransformation {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern PAGE = Pattern.compile("(?:Offset|Cursor)Page(\\w+?)(?:Row)?");
    private static final Pattern LIST = Pattern.compile("Items(\\w+?)(?:Row)?");

    @Override
    public void apply(ObjectNode document) {
        var schemas = JsonNodes.components(document, "schemas");
        var names = schemas.propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(Function.identity(), SchemaNames::published));
        if (Set.copyOf(names.values()).size() < names.size()) {
            throw new IllegalStateException("two schemas have the same name: " + new TreeMap<>(names));
        }
        var renamed = new TreeMap<String, JsonNode>();
        schemas.properties().forEach(schema -> renamed.put(names.getOrDefault(schema.getKey(), ""), schema.getValue()));
        schemas.removeAll();
        schemas.setAll(renamed);
        JsonNodes.visit(document, node -> rename(node, names));
    }

    private static void rename(ObjectNode node, Map<String, String> names) {
        var reference = node.path(JsonNodes.REFERENCE).asText();
        if (reference.startsWith(SCHEMAS)) {
            var name = reference.substring(SCHEMAS.length());
            node.set(JsonNodes.REFERENCE, TextNode.valueOf(SCHEMAS + names.getOrDefault(name, name)));
        }
    }

    static String published(String name) {
        var plain = name.endsWith("View") ? name.substring(0, name.length() - 4) : name;
        var page = PAGE.matcher(plain);
        if (page.matches()) {
            return page.group(1) + "Page";
        }
        var list = LIST.matcher(plain);
        return list.matches() ? list.group(1) + "List" : plain;
    }
}
