package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Connection;
import java.util.List;

/** Leeloo endpoint 9: list the company's bots and mail senders. */
public record ListConnections() implements Query<List<Connection>> {

    @Override
    public Target target() {
        return Target.all("connections");
    }
}
