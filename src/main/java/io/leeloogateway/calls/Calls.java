package io.leeloogateway.calls;

import io.leeloogateway.operations.Operations;
import org.springframework.stereotype.Service;

/** The telephone calls of the company. */
@Service
class Calls {

    private final Operations operations;

    Calls(Operations operations) {
        this.operations = operations;
    }

    CallView record(CallForm form) {
        return CallView.of(operations.execute(form.toChange()));
    }
}
