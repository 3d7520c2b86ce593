package io.leeloogateway.leeloo.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.LogicalType;

/** Reads amounts from numbers and texts. An amount with too many digits is absent: printing {@code 1e999999999} would exhaust memory. */
final class LenientDecimalDeserializer extends StdDeserializer<@Nullable BigDecimal> {

    private static final int MAX_DIGITS = 40;

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
        return amount == null || amount.precision() > MAX_DIGITS || Math.abs(amount.scale()) > MAX_DIGITS
                ? null
                : amount;
    }
}
