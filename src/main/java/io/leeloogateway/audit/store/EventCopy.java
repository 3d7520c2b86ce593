package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends many events with PostgreSQL's COPY, which costs it a quarter less than an insert. Fails if one of the events is in the audit log. */
@Component
class EventCopy {

    private static final String COPY =
            "copy audit_events (cluster, %s) from stdin".formatted(AuditEventRepository.COLUMNS);

    private final JdbcTemplate database;
    private final EventHmac hmacs;

    EventCopy(@Qualifier(AuditDataSourceConfiguration.NAME) HikariDataSource database, EventHmac hmacs) {
        this.database = new JdbcTemplate(database);
        this.hmacs = hmacs;
    }

    void append(List<AuditEvent> events) {
        database.execute((Connection connection) -> {
            var rows = new CopyText();
            var cluster = clusterOf(connection);
            for (var event : events) {
                add(event, cluster, rows);
            }
            return copy(connection, rows.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static long clusterOf(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select " + AuditEventRepository.THIS_CLUSTER);
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** In the order of the columns. */
    private void add(AuditEvent event, long cluster, CopyText rows) {
        var actor = event.actor();
        var subject = event.subject();
        var result = event.result();
        rows.add(cluster)
                .add(event.id())
                .add(event.entryId())
                .add(event.kind())
                .add(actor.requestId())
                .add(actor.clientId())
                .add(actor.keyId())
                .add(actor.source())
                .add(subject.action())
                .add(subject.targetKind())
                .addArray(subject.tags())
                .add(result.outcome())
                .add(result.status())
                .add(result.problem())
                .add(result.durationMs())
                .add(result.servedFrom())
                .add(result.ageSeconds())
                .add(result.leelooCalls())
                .add(subject.operationId())
                .add(event.requests())
                .add(json(event.changes()))
                .add(json(event.details()))
                .add("\\x" + HexFormat.of().formatHex(hmacs.of(event)))
                .endRow();
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : AuditEventRepository.JSON.writeValueAsString(value);
    }

    /** As bytes: the driver encodes a text in pieces, and would split a character of two. */
    private static long copy(Connection connection, byte[] rows) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows));
        } catch (SQLException | IOException e) {
            if (!isAnswerOfServer(e)) {
                connection.abort(Runnable::run);
            }
            throw e instanceof SQLException failure
                    ? failure
                    : new SQLException("the rows could not be sent", "08006", e);
        }
    }

    /** After any other failure, which the pool does not see, the next statement would read the answer to this one. */
    private static boolean isAnswerOfServer(Exception failure) {
        return failure instanceof PSQLException answer && answer.getServerErrorMessage() != null;
    }
}
