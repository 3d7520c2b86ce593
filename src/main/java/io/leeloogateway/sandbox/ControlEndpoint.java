package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.Fault;
import io.leeloogateway.sandbox.http.BodyParser;
import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.RequestFields;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;

/** The sandbox's own routes, for tests and the curious; no token needed. */
final class ControlEndpoint {

    private final SandboxContext stage;
    private final BodyParser bodies;

    ControlEndpoint(SandboxContext stage, BodyParser bodies) {
        this.stage = stage;
        this.bodies = bodies;
    }

    Reply answer(String path, HttpServletRequest request) throws IOException, ServletException {
        return switch (request.getMethod() + " " + path) {
            case "GET /faults" -> items(stage.faults().ordered());
            case "POST /faults" -> orderFault(bodies.read(request));
            case "DELETE /faults" -> clearFaults();
            case "GET /calls" -> items(stage.calls().items());
            case "DELETE /calls" -> clearCalls();
            case "GET /counts" -> stage.leeloo().counts();
            case "POST /reset" -> reset();
            default -> Reply.unknownPath();
        };
    }

    private Reply orderFault(RequestFields input) {
        var number = input.require("kind").number("calls");
        int times = number == null ? 1 : number.intValue();
        if (times < 1) {
            throw LeelooError.format("calls", "NOT_ALLOWED_VALUE");
        }
        var prefix = input.text("path", "");
        var fault = Fault.parse(input.text("kind", ""));
        stage.faults().order(fault, times, prefix.replaceFirst("^/sandbox" + LeelooEndpoint.BASE, ""));
        return items(stage.faults().ordered());
    }

    private Reply clearFaults() {
        stage.faults().clear();
        return items(stage.faults().ordered());
    }

    private Reply clearCalls() {
        stage.calls().clear();
        return items(stage.calls().items());
    }

    private Reply reset() {
        stage.reset();
        return items(stage.calls().items());
    }

    private static Reply items(ArrayNode items) {
        var body = JsonBuilder.object();
        body.set("items", items);
        return Reply.json(200, body);
    }
}
