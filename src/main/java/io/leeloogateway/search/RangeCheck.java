package io.leeloogateway.search;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses reversed ranges, all at once. */
public final class RangeCheck {

    private final List<InvalidField> errors = new ArrayList<>();

    /** Checks the bounds of the parameters with this name and the suffixes From and To. */
    public <T extends Comparable<T>> RangeCheck check(String name, @Nullable T from, @Nullable T to) {
        if (from != null && to != null && to.compareTo(from) < 0) {
            errors.add(new InvalidField(name + "To", "range", "must not be less than " + name + "From"));
        }
        return this;
    }

    public void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
