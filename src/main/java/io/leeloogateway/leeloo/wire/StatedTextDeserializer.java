package io.leeloogateway.leeloo.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Tells a text that is null or empty from one that the JSON does not contain. A list or an object states no text. */
final class StatedTextDeserializer extends StdDeserializer<StatedText> {

    StatedTextDeserializer() {
        super(StatedText.class);
    }

    @Override
    public StatedText deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return StatedText.UNSTATED;
        }
        return new StatedText(LeelooJson.defined(StringDeserializer.instance.deserialize(parser, context)), true);
    }

    @Override
    public StatedText getNullValue(DeserializationContext context) {
        return StatedText.NONE;
    }

    @Override
    public StatedText getAbsentValue(DeserializationContext context) {
        return StatedText.UNSTATED;
    }
}
