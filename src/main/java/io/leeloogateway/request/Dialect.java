package io.leeloogateway.request;

import java.util.Locale;

/** The API that a caller speaks. */
public enum Dialect {
    /** {@code /api/v1}. */
    GATEWAY,
    /** Leeloo's own API, under {@code /leeloo/api/v2}. */
    LEELOO;

    /** The word in the audit log and in the usage: {@code leeloo}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
