package io.leeloogateway.operations.web;

import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.UnknownCursor;
import io.leeloogateway.request.UuidV7Generator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads operations for the routes, without their requests and responses. */
@Repository
class OperationRowRepository {

    private static final String SELECT =
            "select %s from operations where ".formatted(OperationRow.COLUMNS_WITHOUT_BODIES);

    private final JdbcClient database;

    OperationRowRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<OperationRow> find(UUID id) {
        return database.sql(SELECT + "id = :id")
                .param("id", id)
                .query(OperationRow::of)
                .optional();
    }

    /** Newest first unless the filter says otherwise; without a client id, operations of all clients. The query has only the given conditions, so that an index serves it. */
    List<OperationRow> find(@Nullable String clientId, OperationFilter filter, CursorPageRequest page) {
        var conditions = new ArrayList<>(List.of("true"));
        var values = new HashMap<String, Object>();
        narrow("client_id = :client", "client", clientId, conditions, values);
        narrow(
                "outcome = :outcome",
                "outcome",
                filter.outcome() == null ? null : filter.outcome().value(),
                conditions,
                values);
        narrow("action = :action", "action", filter.action(), conditions, values);
        narrow("coalesce(target_id, created_id) = :target", "target", filter.target(), conditions, values);
        narrow(
                "id >= :from",
                "from",
                filter.from() == null ? null : UuidV7Generator.lowerBound(filter.from()),
                conditions,
                values);
        narrow(
                "id < :to",
                "to",
                filter.to() == null ? null : UuidV7Generator.lowerBound(filter.to()),
                conditions,
                values);
        narrow(filter.isOldestFirst() ? "id > :last" : "id < :last", "last", last(page), conditions, values);
        return database.sql(SELECT
                        + String.join(" and ", conditions)
                        + (filter.isOldestFirst() ? " order by id limit :rows" : " order by id desc limit :rows"))
                .params(values)
                .param("rows", page.fetchLimit())
                .query(OperationRow::of)
                .list();
    }

    private static void narrow(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable UUID last(CursorPageRequest page) {
        var after = page.after();
        return after.equals(Cursor.START)
                ? null
                : UuidV7Generator.parse(after.id()).orElseThrow(UnknownCursor::new);
    }
}
