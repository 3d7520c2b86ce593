package io.leeloogateway.audit.query;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.bulkhead.SlowQueries;
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

/** Reads audit entries and request traces. */
@Service
class AuditQueries {

    private static final String ADMIN = "admin";
    private static final int MAX_REQUESTS = 100;

    /** Of its objects and its JSON, by estimate. */
    private static final long BYTES_OF_A_FIELD = 300;

    private final EntryRepository entries;
    private final RequestEntryRepository requestEntries;
    private final SlowQueries slowQueries;

    AuditQueries(EntryRepository entries, RequestEntryRepository requestEntries, SlowQueries slowQueries) {
        this.entries = entries;
        this.requestEntries = requestEntries;
        this.slowQueries = slowQueries;
    }

    CursorPage<EntryView> list(EntryFilter filter, CursorPageRequest page) {
        var entryList = slowQueries.run(() -> entries.find(filter, lastId(page), page.fetchLimit()));
        entryList.forEach(AuditQueries::occupy);
        return page.toPage(entryList, entry -> new Cursor(entry.at(), entry.id().toString()), entry -> entry);
    }

    EntryView find(String id) {
        return UuidV7Generator.parse(id).map(List::of).map(entries::read).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> new EntryNotFound("there is no entry with this id"));
    }

    /** Callers see their own requests; with scope {@code admin} those of all clients. */
    RequestTraceView trace(String requestId) {
        var caller = RequestContext.current().caller().orElseThrow();
        var found = slowQueries.run(
                () -> entries.rows(requestEntries.find(requestId, visibleClient(caller), MAX_REQUESTS)));
        var requests = found.values().stream().map(ServedRequestView::of).toList();
        requests.forEach(request -> occupy(request.entry()));
        if (requests.isEmpty()) {
            throw new EntryNotFound("your client has no request with this id");
        }
        return new RequestTraceView(requestId, requests);
    }

    /** An entry may name a hundred changed fields. */
    private static void occupy(EntryView entry) {
        LargeAnswers.occupy(entry.changes().size() * BYTES_OF_A_FIELD);
    }

    private static @Nullable String visibleClient(Caller caller) {
        return caller.hasScope(ADMIN) ? null : caller.clientId();
    }

    private static @Nullable UUID lastId(CursorPageRequest page) {
        var after = page.after();
        return after.equals(Cursor.START)
                ? null
                : UuidV7Generator.parse(after.id()).orElseThrow(UnknownCursor::new);
    }
}
