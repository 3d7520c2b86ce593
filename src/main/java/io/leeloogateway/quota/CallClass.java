package io.leeloogateway.quota;

import io.leeloogateway.request.Priority;
import io.leeloogateway.request.RequestContext;
import java.util.List;
import java.util.Locale;

/** The classes of calls to Leeloo, the most urgent first. Changes and reads of callers share a priority, so that the changes of one client starve nobody's reads. */
public enum CallClass {
    INTERACTIVE_CHANGE(Priority.INTERACTIVE),
    INTERACTIVE_READ(Priority.INTERACTIVE),
    BACKGROUND(Priority.BACKGROUND),
    SYNCHRONIZATION(Priority.SYNCHRONIZATION);

    private final Priority priority;

    CallClass(Priority priority) {
        this.priority = priority;
    }

    /** The class of a read on behalf of a request or other work. */
    public static CallClass ofRead(RequestContext reader) {
        return switch (reader.priority()) {
            case INTERACTIVE -> INTERACTIVE_READ;
            case BACKGROUND -> BACKGROUND;
            case SYNCHRONIZATION -> SYNCHRONIZATION;
        };
    }

    Priority priority() {
        return priority;
    }

    /** The position in the order: 0 for the most urgent. */
    int rank() {
        return List.of(values()).indexOf(this);
    }

    /** The name in responses and metrics: {@code interactive-change}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
