package io.leeloogateway.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The waiting calls of a replica by class, and its clients. */
record ReplicaReport(List<Integer> waiting, List<ClientReport> clients) {

    /** The calls of a client in the last minute, and its waiting calls. */
    record ClientReport(String clientId, int weight, int used, int waiting) {

        private ClientReport plus(ClientReport other) {
            return new ClientReport(clientId, weight, used + other.used, waiting + other.waiting);
        }
    }

    static ReplicaReport of(CallQueue queue, PermitStock stock) {
        var waiting = Stream.of(CallClass.values())
                .map(callClass ->
                        WaitingCall.count(queue.calls().stream().filter(call -> call.callClass() == callClass)))
                .toList();
        var used = stock.usedByClient().entrySet().stream().map(entry -> report(entry.getKey(), entry.getValue(), 0));
        var queued = queue.calls().stream().map(call -> report(call.client(), 0, 1));
        return new ReplicaReport(waiting, merged(Stream.concat(used, queued)));
    }

    static ReplicaReport sum(List<ReplicaReport> reports) {
        var waiting = Stream.of(CallClass.values())
                .map(callClass -> reports.stream()
                        .mapToInt(report -> report.waiting.get(callClass.rank()))
                        .sum())
                .toList();
        return new ReplicaReport(waiting, merged(reports.stream().flatMap(report -> report.clients.stream())));
    }

    private static ClientReport report(ClientShare client, int used, int waiting) {
        return new ClientReport(client.id(), client.weight(), used, waiting);
    }

    private static List<ClientReport> merged(Stream<ClientReport> reports) {
        var clients = new TreeMap<String, ClientReport>();
        reports.forEach(report -> clients.merge(report.clientId(), report, ClientReport::plus));
        return new ArrayList<>(clients.values());
    }
}
