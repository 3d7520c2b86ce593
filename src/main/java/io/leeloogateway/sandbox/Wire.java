package io.leeloogateway.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Takes the calls to Leeloo's own paths: note, limit, fault, door, operation, delivery. */
final class Wire {

    static final String BASE = "/leeloo/api/v2";

    private final Leeloo leeloo;
    private final Door door;
    private final Limiter limiter;
    private final Faults faults;
    private final CallLog calls;
    private final Pauses pauses;
    private final Bodies bodies;
    private final Delivery delivery;
    private final Clock clock;

    Wire(
            Leeloo leeloo,
            Door door,
            Limiter limiter,
            Faults faults,
            CallLog calls,
            Pauses pauses,
            Bodies bodies,
            Delivery delivery,
            Clock clock) {
        this.leeloo = leeloo;
        this.door = door;
        this.limiter = limiter;
        this.faults = faults;
        this.calls = calls;
        this.pauses = pauses;
        this.bodies = bodies;
        this.delivery = delivery;
        this.clock = clock;
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var seen =
                calls.add(request.getMethod(), request.getRequestURI(), request.getHeader(SandboxServlet.REQUEST_ID));
        long seconds = limiter.secondsToWait();
        if (seconds > 0) {
            send(Reply.throttled().retryAfter(seconds), Fault.NONE, seen, response);
            return;
        }
        try {
            var fault = faults.choose(request, path);
            send(reply(path, request, fault), fault, seen, response);
        } catch (UnknownFault unknown) {
            send(unknown.reply(), Fault.NONE, seen, response);
        }
    }

    private Reply reply(String path, HttpServletRequest request, Fault fault) throws IOException, ServletException {
        try {
            door.check(request);
            var call = new WireCall(
                    request.getMethod(), path, Query.of(request), bodies.read(request), "", fault, clock.instant());
            return InsteadReplies.to(call).orElseGet(() -> answer(call));
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }

    private Reply answer(WireCall call) {
        var pause = Duration.ofMillis(call.fault().number());
        if (call.hasFault(FaultKind.SLOW_FIRST_BYTE)) {
            pauses.keep(pause);
        }
        var reply = leeloo.answer(call);
        if (call.hasFault(FaultKind.HANG_AFTER_APPLY)) {
            pauses.keep(pause);
        }
        return reply;
    }

    private void send(Reply reply, Fault fault, CallLog.Seen seen, HttpServletResponse response) throws IOException {
        seen.answered(reply.status());
        delivery.send(reply, fault, response);
    }
}
