package io.leeloogateway.audit.query;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** An export that broke off after it had begun. The container cuts the connection, so that nobody takes it for the whole. */
public final class ExportInterrupted extends ServletException {

    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = ExportInterrupted.class.getName();

    private ExportInterrupted(Throwable cause) {
        super("an export broke off", cause);
    }

    /** Past the routes' own handling of failures, which would add a problem to what has been given already. */
    static void note(HttpServletRequest request, Throwable cause) {
        request.setAttribute(ATTRIBUTE, new ExportInterrupted(cause));
    }

    public static void throwWhere(HttpServletRequest request) throws ExportInterrupted {
        if (request.getAttribute(ATTRIBUTE) instanceof ExportInterrupted broken) {
            throw broken;
        }
    }
}
