package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Connection;
import java.util.List;

/** Operation 9: the company's bots and senders. */
public record ListConnections() implements Query<List<Connection>> {

    @Override
    public Target target() {
        return Target.all("connections");
    }
}
