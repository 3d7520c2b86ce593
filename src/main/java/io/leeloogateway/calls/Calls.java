package io.leeloogateway.calls;

import io.leeloogateway.operations.Operations;
import org.springframework.stereotype.Service;

/** Records telephone calls. */
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
