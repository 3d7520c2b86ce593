package io.leeloogateway.operations.web;

import io.leeloogateway.operations.OperationRepository;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import java.util.EnumSet;
import org.springframework.stereotype.Service;

/** The ledger as callers see it: each its own, an administrator all. */
@Service
class OperationQueries {

    private static final String ADMIN = "admin";

    private final OperationRowRepository rows;
    private final OperationRepository ledger;

    OperationQueries(OperationRowRepository rows, OperationRepository ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    CursorPage<OperationView> list(OperationFilter filter, CursorPageRequest walk) {
        var caller = caller();
        var found = rows.find(caller.has(ADMIN) ? null : caller.clientId(), filter, walk);
        return walk.slice(found, row -> new Cursor(row.startedAt(), row.id().toString()), OperationView::of);
    }

    OperationView find(String id) {
        return OperationView.of(row(id));
    }

    OperationView settle(String id, ResolutionForm form) {
        var row = row(id);
        var outcome = form.outcome().outcome();
        var ending = OperationResult.of(outcome, null, caller().clientId(), form.evidence());
        if (!ledger.end(row.id(), EnumSet.of(Outcome.UNKNOWN), ending)) {
            throw new OperationAlreadyResolved(row(id).outcome());
        }
        return find(id);
    }

    private OperationRow row(String id) {
        return UuidV7Generator.parse(id)
                .flatMap(rows::find)
                .filter(OperationQueries::isOpenToCaller)
                .orElseThrow(OperationNotFound::new);
    }

    private static boolean isOpenToCaller(OperationRow row) {
        return caller().has(ADMIN) || row.clientId().equals(caller().clientId());
    }

    private static Caller caller() {
        return RequestContext.current().caller().orElseThrow();
    }
}
