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

/**
 * Serves a call to Leeloo: records the call, checks the rate limit, selects a fault, checks the token, runs the endpoint, sends the
 * response.
 */
final class LeelooEndpoint {

    static final String BASE = "/leeloo/api/v2";

    private final SandboxContext context;
    private final TokenCheck tokenCheck;
    private final BodyParser bodyParser;
    private final FaultyResponseWriter responseWriter;
    private final Clock clock;

    LeelooEndpoint(
            SandboxContext context,
            TokenCheck tokenCheck,
            BodyParser bodyParser,
            FaultyResponseWriter responseWriter,
            Clock clock) {
        this.context = context;
        this.tokenCheck = tokenCheck;
        this.bodyParser = bodyParser;
        this.responseWriter = responseWriter;
        this.clock = clock;
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var entry = context.calls()
                .add(request.getMethod(), request.getRequestURI(), request.getHeader(SandboxServlet.REQUEST_ID));
        long seconds = context.limiter().secondsToWait();
        if (seconds > 0) {
            send(Reply.throttled().retryAfter(seconds), Fault.NONE, entry, response);
            return;
        }
        try {
            var fault = context.faults().select(request, path);
            send(reply(path, request, fault), fault, entry, response);
        } catch (UnknownFault e) {
            send(e.reply(), Fault.NONE, entry, response);
        }
    }

    private Reply reply(String path, HttpServletRequest request, Fault fault) throws IOException, ServletException {
        try {
            tokenCheck.check(request);
            var call = new WireCall(
                    request.getMethod(),
                    path,
                    QueryString.of(request),
                    bodyParser.read(request),
                    "",
                    fault,
                    clock.instant());
            return FaultResponses.forCall(call).orElseGet(() -> handle(call));
        } catch (LeelooError e) {
            return e.reply();
        }
    }

    private Reply handle(WireCall call) {
        var delay = Duration.ofMillis(call.fault().number());
        if (call.hasFault(FaultKind.SLOW_FIRST_BYTE)) {
            context.delays().await(delay);
        }
        var reply = context.leeloo().handle(call);
        if (call.hasFault(FaultKind.HANG_AFTER_APPLY)) {
            context.delays().await(delay);
        }
        return reply;
    }

    private void send(Reply reply, Fault fault, CallLog.Entry entry, HttpServletResponse response) throws IOException {
        entry.setStatus(reply.status());
        responseWriter.send(reply, fault, response);
    }
}
