package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.SandboxServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request with a generated id. */
final class IdentifiedRequest extends HttpServletRequestWrapper {

    private final String id;

    IdentifiedRequest(HttpServletRequest request, String id) {
        super(request);
        this.id = id;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isId(name) ? id : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isId(name) ? Collections.enumeration(Collections.singleton(id)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Collections.list(super.getHeaderNames()));
        names.add(SandboxServlet.REQUEST_ID);
        return Collections.enumeration(names);
    }

    private static boolean isId(String name) {
        return name.equalsIgnoreCase(SandboxServlet.REQUEST_ID);
    }
}
