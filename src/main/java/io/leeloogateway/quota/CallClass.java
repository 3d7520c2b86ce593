package io.leeloogateway.quota;

import java.util.Locale;

/** The classes of calls to Leeloo, the most urgent first. */
public enum CallClass {
    INTERACTIVE_CHANGE,
    INTERACTIVE_READ,
    BACKGROUND,
    SYNCHRONIZATION;

    /** The name in responses and metrics: {@code interactive-change}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
