package io.leeloogateway.webhooks;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What an event hints at. Its content is never trusted: only ids are taken from it.
 *
 * @param mentionedIds all that can be an id in its body; null if there are too many
 */
record WebhookEvent(
        UUID id,
        String type,
        @Nullable String orderId,
        @Nullable String channelId,
        @Nullable Set<String> mentionedIds) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern TYPE = Pattern.compile("[A-Z_]{1,40}");
    private static final String UNKNOWN = "UNKNOWN";

    /** The type of an event without a readable one is {@code UNKNOWN}. */
    static WebhookEvent parse(UUID id, byte[] body) {
        var event = json(body);
        var data = event.path("data");
        var type = event.path("type")
                .asStringOpt()
                .filter(text -> TYPE.matcher(text).matches());
        return new WebhookEvent(
                id,
                type.orElse(UNKNOWN),
                id(data, "order_id"),
                id(data, "account_id"),
                MentionedIds.find(body).orElse(null));
    }

    boolean isHint() {
        return orderId != null || channelId != null;
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String id(JsonNode data, String name) {
        return data.path(name)
                .asStringOpt()
                .filter(text -> ID.matcher(text).matches())
                .orElse(null);
    }
}
