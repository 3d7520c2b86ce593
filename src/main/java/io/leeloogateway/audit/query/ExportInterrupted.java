package io.leeloogateway.audit.query;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** An export that failed after it had begun. The container cuts the connection, so that the client notices the missing rest. */
public final class ExportInterrupted extends ServletException {

    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = ExportInterrupted.class.getName();

    private ExportInterrupted(Throwable cause) {
        super("an export was interrupted", cause);
    }

    /** Bypasses exception handlers of routes, which would append a problem to the part already sent. */
    static void store(HttpServletRequest request, Throwable cause) {
        request.setAttribute(ATTRIBUTE, new ExportInterrupted(cause));
    }

    public static void rethrow(HttpServletRequest request) throws ExportInterrupted {
        if (request.getAttribute(ATTRIBUTE) instanceof ExportInterrupted broken) {
            throw broken;
        }
    }
}
