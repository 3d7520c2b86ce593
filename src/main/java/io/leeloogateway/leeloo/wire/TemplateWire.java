package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.Template;
import org.jspecify.annotations.Nullable;

/** A template in Leeloo's JSON. Its name may be called message name. */
record TemplateWire(
        String id, @JsonAlias("message_name") @Nullable String name) {

    Template toTemplate() {
        return new Template(id, name);
    }
}
