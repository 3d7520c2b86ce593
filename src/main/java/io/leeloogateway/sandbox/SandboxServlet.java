package io.leeloogateway.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Everything under /sandbox: Leeloo's wire and the controls. */
final class SandboxServlet extends HttpServlet {

    static final String REQUEST_ID = "X-Request-Id";

    private final transient Wire wire;
    private final transient Controls controls;
    private final transient Delivery delivery;

    SandboxServlet(Wire wire, Controls controls, Delivery delivery) {
        this.wire = wire;
        this.controls = controls;
        this.delivery = delivery;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (path.startsWith(Wire.BASE + "/")) {
            wire.serve(path.substring(Wire.BASE.length()), request, response);
            return;
        }
        delivery.send(control(path, request), Fault.NONE, response);
    }

    private Reply control(String path, HttpServletRequest request) throws IOException, ServletException {
        try {
            return controls.answer(path, request);
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (UnknownFault unknown) {
            return unknown.reply();
        }
    }
}
