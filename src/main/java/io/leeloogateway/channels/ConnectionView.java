package io.leeloogateway.channels;

import io.leeloogateway.leeloo.model.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The company's own bot or mail sender.
 *
 * @param id Leeloo's id of the connection
 * @param type its kind, open
 * @param name its name
 */
record ConnectionView(
        String id, @Nullable String type, @Nullable String name) {

    static ConnectionView of(Connection connection) {
        return new ConnectionView(connection.id(), connection.type(), connection.name());
    }
}
