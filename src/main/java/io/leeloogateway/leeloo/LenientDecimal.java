package io.leeloogateway.leeloo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Amounts come as numbers and as texts, or not at all; {@code 1e999999999} would fill the memory of whoever prints it. */
final class LenientDecimal extends StdDeserializer<@Nullable BigDecimal> {

    private static final int MOST_DIGITS = 40;

    LenientDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING) && LeelooJson.defined(parser.getString()) == null) {
            return null;
        }
        var amount = BigDecimalDeserializer.instance.deserialize(parser, context);
        if (amount != null && (amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS)) {
            throw context.weirdNumberException(0, BigDecimal.class, "it has too many digits");
        }
        return amount;
    }
}
