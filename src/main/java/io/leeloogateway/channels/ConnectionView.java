package io.leeloogateway.channels;

import io.leeloogateway.leeloo.model.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection: a bot or e-mail sender of the company.
 *
 * @param id Leeloo's id of the connection
 * @param type an open list of values
 * @param name name of the connection
 */
record ConnectionView(
        String id, @Nullable String type, @Nullable String name) {

    static ConnectionView of(Connection connection) {
        return new ConnectionView(connection.id(), connection.type(), connection.name());
    }
}
