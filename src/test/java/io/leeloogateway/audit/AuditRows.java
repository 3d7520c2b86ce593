package io.leeloogateway.audit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the diary as the database has it. */
public record AuditRows(JdbcClient database) {

    /** The events of a request, once there are so many; after an outage there may be dead connections at first. */
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
