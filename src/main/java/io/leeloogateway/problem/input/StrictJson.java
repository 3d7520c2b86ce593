package io.leeloogateway.problem.input;

import io.leeloogateway.request.InstantModule;
import io.leeloogateway.request.Rfc3339;
import java.time.Instant;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Configures strict JSON: no unknown fields, no duplicates, no coercion, no NUL. */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer strictness() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addModule(new InstantModule())
                .addModule(StrictNumbers.addTo(new SimpleModule("strict"))
                        .addDeserializer(String.class, new TextDeserializer())
                        .addDeserializer(Instant.class, new InstantDeserializer())
                        .addKeyDeserializer(String.class, new TextKeyDeserializer()));
    }

    /** Jackson reads a number as seconds since 1970. */
    private static final class InstantDeserializer extends StdDeserializer<Instant> {

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            return Rfc3339.parse(parser.getString()).orElseGet(() ->
                    (Instant) context.handleWeirdStringValue(Instant.class, parser.getString(), "not an instant"));
        }
    }

    private static final class TextKeyDeserializer extends KeyDeserializer {

        @Override
        public String deserializeKey(String key, DeserializationContext context) {
            if (!PlainText.isValid(key)) {
                throw new InvalidText(context.getParser());
            }
            return key;
        }
    }

    private static final class TextDeserializer extends StdDeserializer<String> {

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            var text = parser.getString();
            if (!PlainText.isValid(text)) {
                throw new InvalidText(parser);
            }
            return text;
        }
    }
}
