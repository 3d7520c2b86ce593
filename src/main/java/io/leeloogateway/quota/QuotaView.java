package io.leeloogateway.quota;

import io.leeloogateway.quota.ReplicaReport.ClientReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls to Leeloo that all clients share.
 *
 * @param limit the most calls in any 60 seconds
 * @param used the calls that count against the limit now: those in flight, those of the last minute, and those that instances have reserved
 * @param left the calls that can still be made
 * @param pace the part of the full pace, 0 to 1; less than 1 for two minutes after Leeloo itself reported that its limit is reached
 * @param pauseSeconds how long the gateway pauses because Leeloo asked it to; 0 without a pause
 * @param queue the waiting calls by class, the most urgent class first
 * @param clients the clients with calls in the last minute or waiting calls
 */
record QuotaView(
        @Schema(example = "300") int limit,
        @Schema(example = "187") int used,
        @Schema(example = "113") int left,
        @Schema(example = "1.0") double pace,
        @Schema(example = "0") long pauseSeconds,
        List<Waiting> queue,
        List<ClientQuota> clients) {

    /**
     * The waiting calls of a class.
     *
     * @param callClass {@code interactive-change}, {@code interactive-read}, {@code background} or {@code synchronization}
     * @param waiting the number of waiting calls
     */
    record Waiting(
            @Schema(example = "interactive-read") String callClass,
            @Schema(example = "3") int waiting) {}

    /**
     * The share of a client.
     *
     * @param clientId its id; {@code gateway} for calls of the gateway's own
     * @param weight its weight
     * @param guaranteed the calls a minute that it gets whatever the other clients of this list do; unused shares are lent
     * @param used its calls of the last minute
     * @param waiting its waiting calls
     */
    record ClientQuota(
            @Schema(example = "cl_4fGh2Kd81LmQ") String clientId,
            @Schema(example = "1") int weight,
            @Schema(example = "150") int guaranteed,
            @Schema(example = "187") int used,
            @Schema(example = "3") int waiting) {}

    static QuotaView of(QuotaStatus status, ReplicaReport report) {
        var queue = Stream.of(CallClass.values())
                .map(callClass ->
                        new Waiting(callClass.value(), report.waiting().get(callClass.rank())))
                .toList();
        var weights = report.clients().stream().mapToInt(ClientReport::weight).sum();
        var clients = report.clients().stream()
                .map(client -> new ClientQuota(
                        client.clientId(),
                        client.weight(),
                        status.limit() * client.weight() / weights,
                        client.used(),
                        client.waiting()))
                .toList();
        var left = Math.max(0, status.limit() - status.used());
        return new QuotaView(status.limit(), status.used(), left, status.pace(), status.pauseSeconds(), queue, clients);
    }
}
