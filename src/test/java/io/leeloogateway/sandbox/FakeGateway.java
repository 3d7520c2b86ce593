package io.leeloogateway.sandbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Handles a request id as the gateway does: keeps it and sends it on to Leeloo, here in two calls. */
class FakeGateway extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getHeader("X-Request-Id");
        var client = new SandboxClient(request.getLocalPort());
        var first = client.call("GET", "/tags")
                .header("X-Request-Id", String.valueOf(id))
                .send();
        var second = client.call("GET", "/tags")
                .header("X-Request-Id", String.valueOf(id))
                .send();
        response.getWriter().write(first.statusCode() + " " + second.statusCode() + " " + id);
    }
}
