package io.leeloogateway.leeloo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of operation 19. */
record SmsImportWire(@JsonProperty("count_to_process") int count) {

    SmsImport toImport() {
        return new SmsImport(count);
    }
}
