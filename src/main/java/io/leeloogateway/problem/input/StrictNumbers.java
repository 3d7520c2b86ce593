package io.leeloogateway.problem.input;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads numbers by their value: {@code 100}, {@code 100.00} and {@code 1e2} are the same number (RFC 8259, 6). */
final class StrictNumbers {

    private StrictNumbers() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(Integer.class, new IntegerDeserializer())
                .addDeserializer(BigDecimal.class, new DecimalDeserializer());
    }

    private static boolean isNumber(JsonParser parser) {
        var token = parser.currentToken();
        return token != null && token.isNumeric();
    }

    /** A number without a fraction is whole, however it is written. */
    private static final class IntegerDeserializer extends StdDeserializer<Integer> {

        IntegerDeserializer() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            if (!isNumber(parser)) {
                return (Integer) context.handleUnexpectedToken(Integer.class, parser);
            }
            var number = parser.getDecimalValue();
            try {
                return number.intValueExact();
            } catch (ArithmeticException _) {
                if (number.stripTrailingZeros().scale() > 0) {
                    return (Integer) context.handleUnexpectedToken(Integer.class, parser);
                }
                throw new NumberOutOfRange(parser, number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
            }
        }
    }

    /** Trailing zeros are no digits. A plain text of a number with a huge exponent would fill the memory. */
    private static final class DecimalDeserializer extends StdDeserializer<BigDecimal> {

        private static final int MAX_EXPONENT = 1000;

        DecimalDeserializer() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (!isNumber(parser)) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
            }
            var number = parser.getDecimalValue().stripTrailingZeros();
            if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
                var exponent = number.scale() > 0 ? -MAX_EXPONENT : MAX_EXPONENT;
                throw new NumberOutOfRange(
                        parser, BigDecimal.valueOf(number.signum()).scaleByPowerOfTen(exponent));
            }
            return number.scale() < 0 ? number.setScale(0) : number;
        }
    }
}
