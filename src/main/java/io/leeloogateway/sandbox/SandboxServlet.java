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

/** Everything under /sandbox: Leeloo's wire and the controls. */
public final class SandboxServlet extends HttpServlet {

    public static final String REQUEST_ID = "X-Request-Id";

    private final transient LeelooEndpoint wire;
    private final transient ControlEndpoint controls;
    private final transient FaultyResponseWriter delivery;

    SandboxServlet(LeelooEndpoint wire, ControlEndpoint controls, FaultyResponseWriter delivery) {
        this.wire = wire;
        this.controls = controls;
        this.delivery = delivery;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.startsWith(LeelooEndpoint.BASE + "/")) {
            wire.serve(path.substring(LeelooEndpoint.BASE.length()), request, response);
            return;
        }
        delivery.send(control(path, request), Fault.NONE, response);
    }

    private Reply control(String path, HttpServletRequest request) throws IOException, ServletException {
        try {
            return controls.answer(path, request);
        } catch (LeelooError refusal) {
            return refusal.reply();
        } catch (UnknownFault unknown) {
            return unknown.reply();
        }
    }
}
