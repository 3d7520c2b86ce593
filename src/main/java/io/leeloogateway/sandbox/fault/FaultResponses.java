package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import java.util.Map;
import java.util.Optional;

/** The responses of faults that stop a call before it changes anything. */
public final class FaultResponses {

    private static final String HTML =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n";

    private FaultResponses() {}

    public static Optional<Reply> forCall(WireCall call) {
        return Optional.ofNullable(
                switch (call.fault().kind()) {
                    case THROTTLED -> Reply.throttled();
                    case THROTTLED_RETRY_AFTER ->
                        Reply.throttled().retryAfter(call.fault().number());
                    case ERROR_200 -> phoneError(200);
                    case ERROR_400 -> phoneError(400);
                    case ERROR_401 -> Reply.failure(401, "FORMAT_ERROR", Map.of("authToken", "NOT_VALID"));
                    case HTML_502 -> Reply.text(502, "text/html", HTML);
                    case GARBAGE -> Reply.text(200, Reply.JSON, "OK, but this is no JSON <&{");
                    case CUT -> call.method().equals("GET") ? null : Reply.done();
                    default -> null;
                });
    }

    private static Reply phoneError(int status) {
        return Reply.failure(status, "FORMAT_ERROR", Map.of("phone", "NOT_VALID_PHONE_NUMBER"));
    }
}
