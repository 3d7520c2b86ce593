package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.SmsImport;

/** Response of Leeloo endpoint 19. */
record SmsImportWire(@JsonProperty("count_to_process") int count) {

    SmsImport toImport() {
        return new SmsImport(count);
    }
}
