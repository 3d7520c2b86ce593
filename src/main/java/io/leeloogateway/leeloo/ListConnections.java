package io.leeloogateway.leeloo;

import java.util.List;

/** Operation 9: the company's bots and senders. */
public record ListConnections() implements Query<List<Connection>> {

    @Override
    public Target target() {
        return Target.all("connections");
    }
}
