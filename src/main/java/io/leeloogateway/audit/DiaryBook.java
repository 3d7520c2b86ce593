package io.leeloogateway.audit;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Slice;
import io.leeloogateway.request.TimeOrderedIds;
import io.leeloogateway.request.UnknownCursor;
import io.leeloogateway.request.Walk;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The diary as it is read. */
@Service
class DiaryBook {

    private static final String ADMIN = "admin";
    private static final int MOST_CALLS = 100;

    private final Entries entries;

    DiaryBook(Entries entries) {
        this.entries = entries;
    }

    Slice<EntryView> list(EntryFilter filter, Walk walk) {
        var found = entries.find(filter, last(walk), walk.rows());
        return walk.slice(found, entry -> new Cursor(entry.at(), entry.id().toString()), entry -> entry);
    }

    EntryView find(String id) {
        return TimeOrderedIds.parse(id).map(List::of).map(entries::read).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> new EntryNotFound("there is no entry with this id"));
    }

    /** What the caller may see of a request: its own, an administrator anybody's. */
    RequestView story(String requestId) {
        var caller = RequestContext.current().caller().orElseThrow();
        var ids = entries.ofRequest(requestId, whose(caller), MOST_CALLS);
        var calls = entries.rows(ids).values().stream().map(ServedView::of).toList();
        if (calls.isEmpty()) {
            throw new EntryNotFound("there is no request of yours with this id");
        }
        return new RequestView(requestId, calls);
    }

    private static @Nullable String whose(Caller caller) {
        return caller.has(ADMIN) ? null : caller.clientId();
    }

    private static @Nullable UUID last(Walk walk) {
        var after = walk.after();
        return after.equals(Cursor.START)
                ? null
                : TimeOrderedIds.parse(after.id()).orElseThrow(UnknownCursor::new);
    }
}
