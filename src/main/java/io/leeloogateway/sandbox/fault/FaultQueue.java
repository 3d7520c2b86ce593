package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.SandboxServlet;
import io.leeloogateway.sandbox.http.JsonBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** Which fault a wire call gets: the one in its own header, else its request's, else the first ordered one that fits. */
public final class FaultQueue {

    private static final int MOST_REQUESTS = 1_000;

    private final List<Standing> orders = new ArrayList<>();
    private final Map<String, Fault> byRequest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fault> eldest) {
            return size() > MOST_REQUESTS;
        }
    };

    public synchronized Fault choose(HttpServletRequest request, String path) {
        var header = request.getHeader(Fault.HEADER);
        if (header != null) {
            return Fault.parse(header);
        }
        var remembered = byRequest.get(String.valueOf(request.getHeader(SandboxServlet.REQUEST_ID)));
        return remembered == null ? nextOrdered(path) : remembered;
    }

    synchronized void remember(String requestId, Fault fault) {
        byRequest.put(requestId, fault);
    }

    synchronized void forget(String requestId) {
        byRequest.remove(requestId);
    }

    public synchronized void order(Fault fault, int calls, String prefix) {
        orders.add(new Standing(fault, calls, prefix));
    }

    public synchronized ArrayNode ordered() {
        return JsonBuilder.array(
                orders,
                order -> JsonBuilder.object()
                        .put("kind", order.fault.toString())
                        .put("calls", order.calls)
                        .put("path", order.prefix));
    }

    public synchronized void clear() {
        orders.clear();
        byRequest.clear();
    }

    private Fault nextOrdered(String path) {
        for (int i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            if (path.startsWith(order.prefix)) {
                take(i, order);
                return order.fault;
            }
        }
        return Fault.NONE;
    }

    private void take(int index, Standing order) {
        if (order.calls == 1) {
            orders.remove(index);
            return;
        }
        orders.set(index, new Standing(order.fault, order.calls - 1, order.prefix));
    }

    private record Standing(Fault fault, int calls, String prefix) {}
}
