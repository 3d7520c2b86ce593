package io.leeloogateway.problem.input;

import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;

/** The largest number of elements of a list or map, from its {@code @Size}. */
final class ElementLimit {

    private ElementLimit() {}

    static int of(RecordComponent component) {
        var size = component.getAnnotatedType().getAnnotation(Size.class);
        return size == null ? Integer.MAX_VALUE : size.max();
    }

    static String detail(int limit) {
        return "must have at most " + limit + " elements";
    }
}
