package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.Fault;
import io.leeloogateway.sandbox.fault.FaultyResponseWriter;
import io.leeloogateway.sandbox.fault.UnknownFault;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves all paths under /sandbox: Leeloo's API and the control routes. */
public final class SandboxServlet extends HttpServlet {

    public static final String REQUEST_ID = "X-Request-Id";

    private final transient LeelooEndpoint leelooEndpoint;
    private final transient ControlEndpoint controlEndpoint;
    private final transient FaultyResponseWriter responseWriter;

    SandboxServlet(
            LeelooEndpoint leelooEndpoint, ControlEndpoint controlEndpoint, FaultyResponseWriter responseWriter) {
        this.leelooEndpoint = leelooEndpoint;
        this.controlEndpoint = controlEndpoint;
        this.responseWriter = responseWriter;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.startsWith(LeelooEndpoint.BASE + "/")) {
            leelooEndpoint.serve(path.substring(LeelooEndpoint.BASE.length()), request, response);
            return;
        }
        responseWriter.send(control(path, request), Fault.NONE, response);
    }

    private Reply control(String path, HttpServletRequest request) throws IOException, ServletException {
        try {
            return controlEndpoint.handle(path, request);
        } catch (LeelooError e) {
            return e.reply();
        } catch (UnknownFault e) {
            return e.reply();
        }
    }
}
