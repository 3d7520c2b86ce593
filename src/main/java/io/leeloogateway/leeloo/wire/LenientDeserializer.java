package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads a value of an unexpected type as absent, so that the rest of the response stays readable. */
final class LenientDeserializer extends DelegatingDeserializer {

    private final @Nullable JsonToken startToken;

    private LenientDeserializer(ValueDeserializer<?> strict, @Nullable JsonToken startToken) {
        super(strict);
        this.startToken = startToken;
    }

    static ValueDeserializer<?> of(ValueDeserializer<?> strict) {
        return switch (strict.logicalType()) {
            case POJO, Map -> new LenientDeserializer(strict, JsonToken.START_OBJECT);
            case Collection -> new LenientDeserializer(strict, JsonToken.START_ARRAY);
            case Textual, Boolean, Integer, Float -> new LenientDeserializer(strict, null);
            case null, default -> strict;
        };
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> strict) {
        return new LenientDeserializer(strict, startToken);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        var isStructure = parser.currentToken().isStructStart();
        if (isStructure ? parser.currentToken() != startToken : startToken != null) {
            parser.skipChildren();
            return getNullValue(context);
        }
        return isStructure ? super.deserialize(parser, context) : scalar(parser, context);
    }

    private @Nullable Object scalar(JsonParser parser, DeserializationContext context) {
        try {
            return super.deserialize(parser, context);
        } catch (JacksonException e) {
            return getNullValue(context);
        }
    }
}
