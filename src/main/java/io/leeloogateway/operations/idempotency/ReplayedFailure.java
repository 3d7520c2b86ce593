package io.leeloogateway.operations.idempotency;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.util.List;

/** The problem in the first response to an idempotency key. */
final class ReplayedFailure extends ProblemException {

    private static final long serialVersionUID = 1;

    private final transient List<InvalidField> errors;

    ReplayedFailure(ProblemType type, String detail, List<InvalidField> errors) {
        super(type, detail, null);
        this.errors = List.copyOf(errors);
    }

    @Override
    public List<InvalidField> errors() {
        return errors;
    }
}
