package io.leeloogateway.compat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The ids of a request in Leeloo's own words. */
final class LowerCaseIds {

    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{24}");
    private static final Pattern FIELD_OF_IDS = Pattern.compile("(?i).*ids?|tags");

    private LowerCaseIds() {}

    /**
     * Leeloo writes ids in lower case; if it reads them in any case, two spellings must not be two resources for the cache, the audit log and
     * erasures. Other texts stay: Leeloo decides about them.
     */
    static String of(String id) {
        return ID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
    }

    /** Writes the ids in lower case. Leeloo's fields of ids are at the top; others belong to the client. */
    static void apply(ObjectNode body) {
        List.copyOf(body.propertyNames()).stream()
                .filter(name -> FIELD_OF_IDS.matcher(name).matches())
                .forEach(name -> body.set(name, lowerCase(body.path(name))));
    }

    /** Forms have objects with numbers for names for lists. */
    private static JsonNode lowerCase(JsonNode value) {
        switch (value) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(name -> object.set(name, lowerCase(object.path(name))));
            case ArrayNode list -> {
                for (var i = 0; i < list.size(); i++) {
                    list.set(i, lowerCase(list.get(i)));
                }
            }
            default -> {
                return value.isString() ? StringNode.valueOf(of(value.stringValue())) : value;
            }
        }
        return value;
    }
}
