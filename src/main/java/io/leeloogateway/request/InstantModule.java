package io.leeloogateway.request;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes all instants of JSON with one precision, milliseconds: PostgreSQL has microseconds, clocks nanoseconds. */
public final class InstantModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    public InstantModule() {
        super("instants");
        addSerializer(Instant.class, new MillisecondSerializer());
    }

    private static final class MillisecondSerializer extends StdSerializer<Instant> {

        MillisecondSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(Rfc3339.format(instant));
        }
    }
}
