package io.leeloogateway.quota;

import java.util.List;
import java.util.Locale;

/** The classes of calls to Leeloo, the most urgent first. */
public enum CallClass {
    INTERACTIVE_CHANGE,
    INTERACTIVE_READ,
    BACKGROUND,
    SYNCHRONIZATION;

    /** The position in the order: 0 for the most urgent. */
    int rank() {
        return List.of(values()).indexOf(this);
    }

    /** The name in responses and metrics: {@code interactive-change}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
