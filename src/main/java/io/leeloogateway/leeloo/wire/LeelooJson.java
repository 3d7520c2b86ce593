package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Configures Jackson for Leeloo's JSON: lenient reading, {@code NOT_DEFINED} for null, several date formats. */
public final class LeelooJson {

    /** Leeloo's text for null. */
    static final String NOT_DEFINED = "NOT_DEFINED";

    /** A row of a list with an absent contact says that there is none, a row without the field says nothing. Neither has an alias. */
    private static final Set<String> CONTACTS = Set.of("email", "phone");

    /** More than the largest responses have, of which a token takes a dozen bytes; a tree of so many empty objects takes 60 MB. */
    private static final long MAX_TOKENS = 1_500_000;

    private LeelooJson() {}

    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxTokenCount(MAX_TOKENS)
                                .build())
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("leeloo")
                        .setDeserializerModifier(new LenientDeserializerModifier())
                        .addDeserializer(Instant.class, new LenientInstantDeserializer())
                        .addDeserializer(BigDecimal.class, new LenientDecimalDeserializer())
                        .addDeserializer(StatedText.class, new StatedTextDeserializer()))
                .build();
    }

    /** Removes absent fields at every depth, so that an alias of the field can take effect. Absent contacts stay, as null. */
    static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            nullAbsentContacts(object);
            object.properties().removeIf(field -> isAbsent(field.getValue()) && !CONTACTS.contains(field.getKey()));
        }
        node.forEach(LeelooJson::prune);
    }

    private static void nullAbsentContacts(ObjectNode object) {
        for (var name : CONTACTS) {
            if (isAbsent(object.path(name))) {
                object.putNull(name);
            }
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isNull() || NOT_DEFINED.equals(value.stringValue(null));
    }

    static @Nullable String defined(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static <T> List<T> list(@Nullable List<T> wire) {
        return wire == null ? List.of() : wire.stream().filter(Objects::nonNull).toList();
    }

    /** Leaves out the items without a key. */
    static <T> List<T> list(@Nullable List<T> wire, Function<T, @Nullable String> key) {
        return list(wire).stream().filter(item -> key.apply(item) != null).toList();
    }
}
