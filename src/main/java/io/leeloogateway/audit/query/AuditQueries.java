package io.leeloogateway.audit.query;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UnknownCursor;
import io.leeloogateway.request.UuidV7Generator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The diary as it is read. */
@Service
class AuditQueries {

    private static final String ADMIN = "admin";
    private static final int MOST_CALLS = 100;

    private final EntryRepository entries;

    AuditQueries(EntryRepository entries) {
        this.entries = entries;
    }

    CursorPage<EntryView> list(EntryFilter filter, CursorPageRequest walk) {
        var found = entries.find(filter, last(walk), walk.rows());
        return walk.slice(found, entry -> new Cursor(entry.at(), entry.id().toString()), entry -> entry);
    }

    EntryView find(String id) {
        return UuidV7Generator.parse(id).map(List::of).map(entries::read).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> new EntryNotFound("there is no entry with this id"));
    }

    /** What the caller may see of a request: its own, an administrator anybody's. */
    RequestTraceView story(String requestId) {
        var caller = RequestContext.current().caller().orElseThrow();
        var ids = entries.ofRequest(requestId, whose(caller), MOST_CALLS);
        var calls =
                entries.rows(ids).values().stream().map(ServedRequestView::of).toList();
        if (calls.isEmpty()) {
            throw new EntryNotFound("there is no request of yours with this id");
        }
        return new RequestTraceView(requestId, calls);
    }

    private static @Nullable String whose(Caller caller) {
        return caller.has(ADMIN) ? null : caller.clientId();
    }

    private static @Nullable UUID last(CursorPageRequest walk) {
        var after = walk.after();
        return after.equals(Cursor.START)
                ? null
                : UuidV7Generator.parse(after.id()).orElseThrow(UnknownCursor::new);
    }
}
