package io.leeloogateway.leeloo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How Leeloo's JSON is read and written: leniently, with its own spelling of absence and of dates. */
final class LeelooJson {

    /** What Leeloo writes instead of null. */
    static final String NOT_DEFINED = "NOT_DEFINED";

    private LeelooJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("leeloo").addDeserializer(Instant.class, new LenientInstant()))
                .build();
    }

    static @Nullable String defined(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals(NOT_DEFINED) ? null : text;
    }

    static <T> List<T> list(@Nullable List<T> wire) {
        return wire == null ? List.of() : wire.stream().filter(Objects::nonNull).toList();
    }

    /** Old answers leave out the seconds; what cannot be read as a moment is treated as absent. */
    private static final class LenientInstant extends StdDeserializer<@Nullable Instant> {

        LenientInstant() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return parse(parser.getString());
            }
            parser.skipChildren();
            return null;
        }

        private static @Nullable Instant parse(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
