package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.SandboxServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Applies the fault in the header of a request to the gateway to all calls to Leeloo that the request makes. */
public final class FaultFilter implements Filter {

    private final FaultQueue faults;
    private final FaultyResponseWriter responseWriter;

    public FaultFilter(FaultQueue faults, FaultyResponseWriter responseWriter) {
        this.faults = faults;
        this.responseWriter = responseWriter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var header = ((HttpServletRequest) request).getHeader(Fault.HEADER);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            pass(identified((HttpServletRequest) request), Fault.parse(header), response, chain);
        } catch (UnknownFault e) {
            responseWriter.send(e.reply(), Fault.NONE, (HttpServletResponse) response);
        }
    }

    private void pass(HttpServletRequest request, Fault fault, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var id = request.getHeader(SandboxServlet.REQUEST_ID);
        faults.assign(id, fault);
        try {
            chain.doFilter(request, response);
        } finally {
            faults.release(id);
        }
    }

    /** The gateway keeps a request id only in this format, and sends it on to Leeloo. */
    private static HttpServletRequest identified(HttpServletRequest request) {
        var id = request.getHeader(SandboxServlet.REQUEST_ID);
        return id != null && id.matches("[A-Za-z0-9._-]{1,100}")
                ? request
                : new IdentifiedRequest(request, UUID.randomUUID().toString());
    }
}
