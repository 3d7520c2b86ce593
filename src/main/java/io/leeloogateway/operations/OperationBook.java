package io.leeloogateway.operations;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Slice;
import io.leeloogateway.request.TimeOrderedIds;
import io.leeloogateway.request.Walk;
import java.util.EnumSet;
import org.springframework.stereotype.Service;

/** The ledger as callers see it: each its own, an administrator all. */
@Service
class OperationBook {

    private static final String ADMIN = "admin";

    private final OperationRows rows;
    private final Ledger ledger;

    OperationBook(OperationRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    Slice<OperationView> list(OperationFilter filter, Walk walk) {
        var caller = caller();
        var found = rows.find(caller.has(ADMIN) ? null : caller.clientId(), filter, walk);
        return walk.slice(found, row -> new Cursor(row.startedAt(), row.id().toString()), OperationView::of);
    }

    OperationView find(String id) {
        return OperationView.of(row(id));
    }

    OperationView settle(String id, SettlementForm form) {
        var row = row(id);
        var outcome = form.outcome().outcome();
        var ending = Ending.of(outcome, null, caller().clientId(), form.evidence());
        if (!ledger.end(row.id(), EnumSet.of(Outcome.UNKNOWN), ending)) {
            throw new AlreadySettled(row(id).outcome());
        }
        return find(id);
    }

    private OperationRow row(String id) {
        return TimeOrderedIds.parse(id)
                .flatMap(rows::find)
                .filter(OperationBook::isOpenToCaller)
                .orElseThrow(OperationNotFound::new);
    }

    private static boolean isOpenToCaller(OperationRow row) {
        return caller().has(ADMIN) || row.clientId().equals(caller().clientId());
    }

    private static Caller caller() {
        return RequestContext.current().caller().orElseThrow();
    }
}
