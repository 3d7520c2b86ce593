package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What an answer says of the thing itself, to the letter: read and written again, numbers would be others. */
public final class RawData {

    private static final JsonMapper JSON = LeelooJson.mapper();
    private static final String MARK = "\uFEFF";

    private RawData() {}

    public static String of(RawBody document, Target target) {
        var text = new String(document.bytes(), StandardCharsets.UTF_8);
        try {
            var data = last("data", text.startsWith(MARK) ? text.substring(1) : text);
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

    /** Of fields of the same name the last counts, as everywhere else. */
    private static @Nullable String last(String name, String text) {
        var found = (String) null;
        try (var parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isIt = parser.currentName().equals(name);
                parser.nextToken();
                var begin = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (isIt) {
                    found = text.substring(begin, (int) parser.currentLocation().getCharOffset());
                }
            }
        }
        return found;
    }
}
