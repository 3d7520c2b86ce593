package io.leeloogateway.sandbox;

import io.leeloogateway.request.SandboxReset;
import io.leeloogateway.sandbox.fault.Fault;
import io.leeloogateway.sandbox.http.BodyParser;
import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.RequestFields;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.node.ArrayNode;

/** The control routes of the sandbox: faults, calls, counts and reset. They need no token. */
final class ControlEndpoint {

    private static final BigDecimal MAX_CALLS = BigDecimal.valueOf(1_000_000);
    private static final int MAX_PATH = 500;
    private static final String LEELOO = "leeloo";

    private final SandboxContext context;
    private final BodyParser bodyParser;
    private final ApplicationEventPublisher events;

    ControlEndpoint(SandboxContext context, BodyParser bodyParser, ApplicationEventPublisher events) {
        this.context = context;
        this.bodyParser = bodyParser;
        this.events = events;
    }

    Reply handle(String path, HttpServletRequest request) throws IOException, ServletException {
        return switch (request.getMethod() + " " + path) {
            case "GET /faults" -> items(context.faults().list());
            case "POST /faults" -> addFault(bodyParser.read(request));
            case "DELETE /faults" -> clearFaults();
            case "GET /calls" -> items(context.calls().items());
            case "DELETE /calls" -> clearCalls();
            case "GET /counts" -> context.leeloo().counts();
            case "POST /reset" -> reset(request.getParameter("only"));
            default -> Reply.unknownPath();
        };
    }

    private Reply addFault(RequestFields input) {
        var times = calls(input.require("kind"));
        var prefix = input.text("path", "");
        if (prefix.length() > MAX_PATH) {
            throw LeelooError.format("path", "NOT_ALLOWED_VALUE");
        }
        var fault = Fault.parse(input.text("kind", ""));
        context.faults().add(fault, times, prefix.replaceFirst("^/sandbox" + LeelooEndpoint.BASE, ""));
        return items(context.faults().list());
    }

    private static int calls(RequestFields input) {
        var number = input.number("calls");
        if (number == null) {
            return 1;
        }
        if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(MAX_CALLS) > 0) {
            throw LeelooError.format("calls", "NOT_ALLOWED_VALUE");
        }
        return number.intValue();
    }

    private Reply clearFaults() {
        context.faults().clear();
        return items(context.faults().list());
    }

    private Reply clearCalls() {
        context.calls().clear();
        return items(context.calls().items());
    }

    /** The simulated Leeloo first: a load that begins in between reads the new state. */
    private Reply reset(@Nullable String only) {
        if (only != null && !only.equals(LEELOO)) {
            throw LeelooError.format("only", "NOT_ALLOWED_VALUE");
        }
        context.reset();
        if (only == null) {
            events.publishEvent(new SandboxReset());
        }
        return items(context.calls().items());
    }

    private static Reply items(ArrayNode items) {
        var body = JsonBuilder.object();
        body.set("items", items);
        return Reply.json(200, body);
    }
}
