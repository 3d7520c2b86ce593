package io.leeloogateway.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads audit events from the database. */
public record AuditRows(JdbcClient database) {

    /** Waits until a request has this number of events. Connections can be dead after an outage. */
    public List<Map<String, Object>> of(String requestId, int events) {
        return Awaitility.await()
                .ignoreExceptionsInstanceOf(DataAccessResourceFailureException.class)
                .until(find(requestId), found -> found.size() == events);
    }

    public Map<String, Object> only(String requestId) {
        return of(requestId, 1).getFirst();
    }

    public Callable<List<Map<String, Object>>> find(String requestId) {
        return () -> database.sql("select * from audit_events where request_id = ? order by id")
                .param(requestId)
                .query()
                .listOfRows();
    }

    public static List<String> tags(Map<String, Object> event) {
        return List.of(
                String.valueOf(event.get("tags")).replaceAll("[{}\"]", "").split(","));
    }
}
