package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request without some of its parameters. */
final class ParameterSelection extends HttpServletRequestWrapper {

    private final Set<String> hidden;

    ParameterSelection(HttpServletRequest request, Set<String> hidden) {
        super(request);
        this.hidden = hidden;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return hidden.contains(name) ? null : super.getParameterValues(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(Collections.list(super.getParameterNames()).stream()
                .filter(Predicate.not(hidden::contains))
                .toList());
    }
}
