package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.SandboxServlet;
import io.leeloogateway.sandbox.http.JsonBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/**
 * Selects the fault of a call: the fault in its own header, else the fault of its request, else the first queued fault that matches
 * the path.
 */
public final class FaultQueue {

    private static final int MAX_REQUESTS = 1_000;
    private static final int MAX_QUEUED = 1_000;

    private final List<QueuedFault> queue = new ArrayList<>();
    private final Map<String, Fault> byRequest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fault> eldest) {
            return size() > MAX_REQUESTS;
        }
    };

    public synchronized Fault select(HttpServletRequest request, String path) {
        var header = request.getHeader(Fault.HEADER);
        if (header != null) {
            return Fault.parse(header);
        }
        var assigned = byRequest.get(String.valueOf(request.getHeader(SandboxServlet.REQUEST_ID)));
        return assigned == null ? next(path) : assigned;
    }

    synchronized void assign(String requestId, Fault fault) {
        byRequest.put(requestId, fault);
    }

    synchronized void release(String requestId) {
        byRequest.remove(requestId);
    }

    public synchronized void add(Fault fault, int calls, String prefix) {
        if (queue.size() == MAX_QUEUED) {
            throw UnknownFault.queueFull(MAX_QUEUED);
        }
        queue.add(new QueuedFault(fault, calls, prefix));
    }

    public synchronized ArrayNode list() {
        return JsonBuilder.array(
                queue,
                queued -> JsonBuilder.object()
                        .put("kind", queued.fault.toString())
                        .put("calls", queued.calls)
                        .put("path", queued.prefix));
    }

    public synchronized void clear() {
        queue.clear();
        byRequest.clear();
    }

    private Fault next(String path) {
        for (int i = 0; i < queue.size(); i++) {
            var queued = queue.get(i);
            if (path.startsWith(queued.prefix)) {
                consume(i, queued);
                return queued.fault;
            }
        }
        return Fault.NONE;
    }

    private void consume(int index, QueuedFault queued) {
        if (queued.calls == 1) {
            queue.remove(index);
            return;
        }
        queue.set(index, new QueuedFault(queued.fault, queued.calls - 1, queued.prefix));
    }

    private record QueuedFault(Fault fault, int calls, String prefix) {}
}
