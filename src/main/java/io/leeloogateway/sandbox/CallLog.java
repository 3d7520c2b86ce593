package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.http.JsonBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The last wire calls, oldest first; a call without an answer yet has status 0. */
final class CallLog {

    private static final int MOST = 1_000;

    private final Deque<Seen> calls = new ArrayDeque<>();

    synchronized Seen add(String method, String path, @Nullable String requestId) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        var seen = new Seen(method, path, requestId);
        calls.addLast(seen);
        return seen;
    }

    synchronized ArrayNode items() {
        return JsonBuilder.array(
                calls,
                call -> JsonBuilder.object()
                        .put("method", call.method)
                        .put("path", call.path)
                        .put("requestId", call.requestId)
                        .put("status", call.status));
    }

    synchronized void clear() {
        calls.clear();
    }

    /** One call, on which its answer's status is noted as soon as it is known. */
    static final class Seen {

        private final String method;
        private final String path;
        private final @Nullable String requestId;
        private volatile int status;

        private Seen(String method, String path, @Nullable String requestId) {
            this.method = method;
            this.path = path;
            this.requestId = requestId;
        }

        void answered(int given) {
            status = given;
        }
    }
}
