package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Extracts the {@code data} of a response byte for byte, because parsing and writing would change numbers. */
public final class RawData {

    private static final JsonMapper JSON = LeelooJson.mapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RawData() {}

    public static String of(RawBody body, Target target) {
        var text = new String(body.bytes(), StandardCharsets.UTF_8);
        try {
            var data = lastValue("data", text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            if (data != null) {
                return data;
            }
        } catch (JacksonException e) {
            throw new LeelooUnreadable(
                    target,
                    "is not UTF-8",
                    new IllegalArgumentException(e.getClass().getSimpleName()));
        }
        throw new LeelooUnreadable(target, "has no data", null);
    }

    /** The last of several fields with the same name counts, as in Jackson. */
    private static @Nullable String lastValue(String name, String text) {
        var value = (String) null;
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isMatch = parser.currentName().equals(name);
                parser.nextToken();
                var start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (isMatch) {
                    value = text.substring(start, (int) parser.currentLocation().getCharOffset());
                }
            }
        }
        return value;
    }
}
