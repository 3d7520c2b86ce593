package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.Fault;
import io.leeloogateway.sandbox.fault.FaultKind;
import io.leeloogateway.sandbox.fault.FaultResponses;
import io.leeloogateway.sandbox.fault.FaultyResponseWriter;
import io.leeloogateway.sandbox.fault.UnknownFault;
import io.leeloogateway.sandbox.http.BodyParser;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.QueryString;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Takes the calls to Leeloo's own paths: note, limit, fault, door, operation, delivery. */
final class LeelooEndpoint {

    static final String BASE = "/leeloo/api/v2";

    private final SandboxContext stage;
    private final TokenCheck door;
    private final BodyParser bodies;
    private final FaultyResponseWriter delivery;
    private final Clock clock;

    LeelooEndpoint(
            SandboxContext stage, TokenCheck door, BodyParser bodies, FaultyResponseWriter delivery, Clock clock) {
        this.stage = stage;
        this.door = door;
        this.bodies = bodies;
        this.delivery = delivery;
        this.clock = clock;
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var seen = stage.calls()
                .add(request.getMethod(), request.getRequestURI(), request.getHeader(SandboxServlet.REQUEST_ID));
        long seconds = stage.limiter().secondsToWait();
        if (seconds > 0) {
            send(Reply.throttled().retryAfter(seconds), Fault.NONE, seen, response);
            return;
        }
        try {
            var fault = stage.faults().choose(request, path);
            send(reply(path, request, fault), fault, seen, response);
        } catch (UnknownFault unknown) {
            send(unknown.reply(), Fault.NONE, seen, response);
        }
    }

    private Reply reply(String path, HttpServletRequest request, Fault fault) throws IOException, ServletException {
        try {
            door.check(request);
            var call = new WireCall(
                    request.getMethod(),
                    path,
                    QueryString.of(request),
                    bodies.read(request),
                    "",
                    fault,
                    clock.instant());
            return FaultResponses.to(call).orElseGet(() -> answer(call));
        } catch (LeelooError refusal) {
            return refusal.reply();
        }
    }

    private Reply answer(WireCall call) {
        var pause = Duration.ofMillis(call.fault().number());
        if (call.hasFault(FaultKind.SLOW_FIRST_BYTE)) {
            stage.pauses().keep(pause);
        }
        var reply = stage.leeloo().answer(call);
        if (call.hasFault(FaultKind.HANG_AFTER_APPLY)) {
            stage.pauses().keep(pause);
        }
        return reply;
    }

    private void send(Reply reply, Fault fault, CallLog.Seen seen, HttpServletResponse response) throws IOException {
        seen.answered(reply.status());
        delivery.send(reply, fault, response);
    }
}
