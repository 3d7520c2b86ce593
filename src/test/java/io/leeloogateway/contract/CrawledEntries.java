package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the audit entries of the requests of a crawl. */
record CrawledEntries(JdbcClient database) {

    private static final Set<String> OUTCOMES = Set.of("success", "denied", "rejected", "failed", "unknown");

    /** Waits for the last event of a request. */
    Map<String, @Nullable Object> of(String requestId, int status) {
        var events = await("the entry of " + requestId).until(() -> ended(requestId), rows -> !rows.isEmpty());
        var last = events.getLast();
        assertThat(last.get("status")).isEqualTo(status);
        assertThat(OUTCOMES).contains(String.valueOf(last.get("outcome")));
        return last;
    }

    /**
     * Asserts one entry per request, which begins and ends at most once. The audit log writes events in order: after the last event of a
     * later request, the events of earlier requests are written.
     */
    void assertOneEntryEach(List<String> requestIds, Supplier<String> laterRequest) {
        var later = laterRequest.get();
        await("the entry of " + later).until(() -> !ended(later).isEmpty());

        for (var id : requestIds) {
            assertThat(count("count(distinct entry_id)", id))
                    .as("entries of " + id)
                    .isEqualTo(1);
            assertThat(count("count(*) filter (where kind = 'ended')", id))
                    .as("ends of " + id)
                    .isEqualTo(1);
            assertThat(count("count(*) filter (where kind = 'begun')", id))
                    .as("starts of " + id)
                    .isLessThanOrEqualTo(1);
        }
    }

    private long count(String expression, String requestId) {
        return database.sql("select " + expression + " from audit_events where request_id = ?")
                .param(requestId)
                .query(Long.class)
                .single();
    }

    private List<Map<String, @Nullable Object>> ended(String requestId) {
        return database.sql("select * from audit_events where request_id = ? and kind = 'ended' order by id")
                .param(requestId)
                .query()
                .listOfRows();
    }
}
