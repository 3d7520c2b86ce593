package io.leeloogateway.operations.web;

import io.leeloogateway.access.ClientDirectory;
import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds, lists and resolves operations. A client sees its own operations, an admin all. */
@Service
class OperationQueries {

    private static final String ADMIN = "admin";

    private final OperationRowRepository operations;
    private final OperationStore store;
    private final ClientDirectory clients;
    private final SlowQueries slowQueries;

    OperationQueries(
            OperationRowRepository operations, OperationStore store, ClientDirectory clients, SlowQueries slowQueries) {
        this.operations = operations;
        this.store = store;
        this.clients = clients;
        this.slowQueries = slowQueries;
    }

    CursorPage<OperationView> list(OperationFilter filter, CursorPageRequest page) {
        var caller = caller();
        var client = Optional.ofNullable(filter.client()).map(clients::idOf);
        if (!caller.hasScope(ADMIN)
                && client.filter(id -> !id.equals(caller.clientId())).isPresent()) {
            return new CursorPage<>(List.of(), null);
        }
        var visible = caller.hasScope(ADMIN) ? client.orElse(null) : caller.clientId();
        var rows = slowQueries.run(() -> operations.find(visible, filter, page));
        return page.toPage(rows, row -> new Cursor(row.startedAt(), row.id().toString()), OperationView::of);
    }

    OperationView find(String id) {
        return OperationView.of(row(id));
    }

    OperationView resolve(String id, ResolutionForm form) {
        var row = row(id);
        var outcome = form.outcome().outcome();
        var result = OperationResult.of(outcome, null, caller().clientId(), form.evidence());
        if (!store.finish(row.id(), EnumSet.of(Outcome.UNKNOWN), result)) {
            throw new OperationAlreadyResolved(row(id).outcome());
        }
        return find(id);
    }

    private OperationRow row(String id) {
        return UuidV7Generator.parse(id)
                .flatMap(operations::find)
                .filter(OperationQueries::isVisibleToCaller)
                .orElseThrow(OperationNotFound::new);
    }

    private static boolean isVisibleToCaller(OperationRow row) {
        return caller().hasScope(ADMIN) || row.clientId().equals(caller().clientId());
    }

    private static Caller caller() {
        return RequestContext.current().caller().orElseThrow();
    }
}
