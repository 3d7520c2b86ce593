package io.leeloogateway.leeloo.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.LogicalType;

/** Amounts come as numbers and as texts, or not at all; {@code 1e999999999} would fill the memory of whoever prints it. */
final class LenientDecimalDeserializer extends StdDeserializer<@Nullable BigDecimal> {

    private static final int MOST_DIGITS = 40;

    LenientDecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Float;
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        var amount = BigDecimalDeserializer.instance.deserialize(parser, context);
        return amount == null || amount.precision() > MOST_DIGITS || Math.abs(amount.scale()) > MOST_DIGITS
                ? null
                : amount;
    }
}
