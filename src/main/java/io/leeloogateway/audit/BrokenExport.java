package io.leeloogateway.audit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** An export that broke off after it had begun. The container cuts the connection, so that nobody takes it for the whole. */
final class BrokenExport extends ServletException {

    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = BrokenExport.class.getName();

    private BrokenExport(Throwable cause) {
        super("an export broke off", cause);
    }

    /** Past the routes' own handling of failures, which would add a problem to what has been given already. */
    static void note(HttpServletRequest request, Throwable cause) {
        request.setAttribute(ATTRIBUTE, new BrokenExport(cause));
    }

    static void throwWhere(HttpServletRequest request) throws BrokenExport {
        if (request.getAttribute(ATTRIBUTE) instanceof BrokenExport broken) {
            throw broken;
        }
    }
}
