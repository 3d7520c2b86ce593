package io.leeloogateway.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.databind.node.ArrayNode;

/** The sandbox's own routes, for tests and the curious; no token needed. */
final class Controls {

    private final Leeloo leeloo;
    private final Faults faults;
    private final CallLog calls;
    private final Limiter limiter;
    private final Pauses pauses;
    private final Bodies bodies;

    Controls(Leeloo leeloo, Faults faults, CallLog calls, Limiter limiter, Pauses pauses, Bodies bodies) {
        this.leeloo = leeloo;
        this.faults = faults;
        this.calls = calls;
        this.limiter = limiter;
        this.pauses = pauses;
        this.bodies = bodies;
    }

    Reply answer(String path, HttpServletRequest request) throws IOException, ServletException {
        return switch (request.getMethod() + " " + path) {
            case "GET /faults" -> items(faults.ordered());
            case "POST /faults" -> orderFault(bodies.read(request));
            case "DELETE /faults" -> clearFaults();
            case "GET /calls" -> items(calls.items());
            case "DELETE /calls" -> clearCalls();
            case "GET /counts" -> leeloo.counts();
            case "POST /reset" -> reset();
            default -> Reply.unknownPath();
        };
    }

    private Reply orderFault(Input input) {
        var number = input.require("kind").number("calls");
        int times = number == null ? 1 : number.intValue();
        if (times < 1) {
            throw Refusal.format("calls", "NOT_ALLOWED_VALUE");
        }
        var prefix = input.text("path", "");
        var fault = Fault.parse(input.text("kind", ""));
        faults.order(fault, times, prefix.replaceFirst("^/sandbox" + Wire.BASE, ""));
        return items(faults.ordered());
    }

    private Reply clearFaults() {
        faults.clear();
        return items(faults.ordered());
    }

    private Reply clearCalls() {
        calls.clear();
        return items(calls.items());
    }

    private Reply reset() {
        leeloo.reset();
        limiter.reset();
        clearFaults();
        pauses.endAll();
        return clearCalls();
    }

    private static Reply items(ArrayNode items) {
        var body = Json.object();
        body.set("items", items);
        return Reply.json(200, body);
    }
}
