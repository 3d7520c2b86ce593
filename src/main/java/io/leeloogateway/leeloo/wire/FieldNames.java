package io.leeloogateway.leeloo.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Translates the field names and codes of Leeloo's errors. Hides names and codes of unexpected form. */
public final class FieldNames {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,64}");
    private static final Pattern HEAD = Pattern.compile("^\\w+");
    private static final int MAX_FIELDS = 100;
    private static final Pattern SNAKE = Pattern.compile("_([a-z0-9])");

    private static final Map<String, String> GATEWAY_NAMES = Map.ofEntries(
            Map.entry("account_id", "channelId"),
            Map.entry("tunnel_block_id", "blockId"),
            Map.entry("leadgentool_id", "leadGenerationToolId"),
            Map.entry("connected_users_ids", "operatorIds"),
            Map.entry("isNotifyAccount", "notifyPerson"),
            Map.entry("userComments", "comment"),
            Map.entry("comment", "text"),
            Map.entry("tags", "tagIds"),
            Map.entry("data", "people"),
            Map.entry("filter[tags]", "tag"),
            Map.entry("filter[phone]", "phone"),
            Map.entry("filter[email]", "email"),
            Map.entry("filter[last_message]", "lastMessageFrom"),
            Map.entry("filter[last_message][from]", "lastMessageFrom"),
            Map.entry("filter[last_message][to]", "lastMessageTo"));

    private FieldNames() {}

    public static Map<String, String> translate(JsonNode fields) {
        var translated = new LinkedHashMap<String, String>();
        fields.properties().stream()
                .limit(MAX_FIELDS)
                .forEach(field -> translated.put(gatewayName(field.getKey()), code(field.getValue())));
        return translated;
    }

    public static String code(JsonNode code) {
        return isCode(code) ? code.stringValue() : "REJECTED";
    }

    /** Whether a value has the form of Leeloo's codes. */
    public static boolean isCode(JsonNode code) {
        return CODE.matcher(code.stringValue("")).matches();
    }

    /** Translates only the first part of a path. The rest may be the caller's own name, as in {@code variables.first_name}. */
    private static String gatewayName(String name) {
        if (!NAME.matcher(name).matches()) {
            return "?";
        }
        var known = GATEWAY_NAMES.get(name);
        return known != null
                ? known
                : HEAD.matcher(name)
                        .replaceFirst(head -> GATEWAY_NAMES.getOrDefault(head.group(), camelCase(head.group())));
    }

    static String camelCase(String name) {
        return SNAKE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
