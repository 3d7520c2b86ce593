package io.leeloogateway.sandbox.state;

import java.util.Locale;

/** A bot or sender of the company. */
public record Connection(String id, String type, String name) {

    /** Channels have the messenger in upper case. */
    String platform() {
        return type.toUpperCase(Locale.ROOT);
    }
}
