package io.leeloogateway.audit.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the entries of a request id. Callers choose these ids, so that several requests can share one, and a job may use one for millions. */
@Repository
class RequestEntryRepository {

    private static final int MAX_SCANNED = 2000;

    private static final String SOME = """
            select entry_id, client_id from audit_events where request_id = :request limit :scanned""";

    private final JdbcClient database;

    RequestEntryRepository(JdbcClient database) {
        this.database = database;
    }

    private record RequestEvent(UUID entryId, @Nullable String clientId) {}

    /** The newest first; without a client id, those of all clients. If more events have the request id than are read, some of them and those among the client's latest. */
    List<UUID> find(String requestId, @Nullable String clientId, int max) {
        var some = events(SOME, requestId, clientId);
        var latest = some.size() < MAX_SCANNED ? List.<RequestEvent>of() : latestEvents(requestId, clientId);
        return Stream.concat(some.stream(), latest.stream())
                .filter(event -> clientId == null || Objects.equals(clientId, event.clientId()))
                .map(RequestEvent::entryId)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(max)
                .toList();
    }

    private List<RequestEvent> latestEvents(String requestId, @Nullable String clientId) {
        return events("""
                select entry_id, client_id from (
                    select entry_id, client_id, request_id from audit_events where %s order by entry_id desc limit :scanned) as latest
                where request_id = :request""".formatted(clientId == null ? "true" : "client_id = :client"), requestId, clientId);
    }

    private List<RequestEvent> events(String sql, String requestId, @Nullable String clientId) {
        return database.sql(sql)
                .param("request", requestId)
                .param("client", clientId)
                .param("scanned", MAX_SCANNED)
                .query((row, _) -> new RequestEvent(row.getObject("entry_id", UUID.class), row.getString("client_id")))
                .list();
    }
}
