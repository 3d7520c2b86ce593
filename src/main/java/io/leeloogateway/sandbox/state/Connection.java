package io.leeloogateway.sandbox.state;

import java.util.Locale;

/** The company's own bot or sender. */
public record Connection(String id, String type, String name) {

    /** Channels spell the messenger in upper case. */
    String platform() {
        return type.toUpperCase(Locale.ROOT);
    }
}
