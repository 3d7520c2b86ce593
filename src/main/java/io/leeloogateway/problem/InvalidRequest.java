package io.leeloogateway.problem;

import java.util.List;

/** The request contains invalid values. */
public final class InvalidRequest extends ProblemException {

    /** The number of errors that a problem shows. Checks stop at this number: each further one takes processor time from other callers. */
    public static final int MAX_ERRORS = 50;

    private static final long serialVersionUID = 1;

    private final transient List<InvalidField> errors;

    public InvalidRequest(List<InvalidField> errors) {
        super(ProblemType.INVALID_REQUEST, summary(errors), null);
        this.errors = errors.stream().limit(MAX_ERRORS).toList();
    }

    public static InvalidRequest of(String field, String code, String detail) {
        return new InvalidRequest(List.of(new InvalidField(field, code, detail)));
    }

    @Override
    public List<InvalidField> errors() {
        return errors;
    }

    private static String summary(List<InvalidField> errors) {
        if (errors.size() == 1) {
            return errors.getFirst().field() + ": " + errors.getFirst().detail();
        }
        return errors.size() + " values are not valid, see errors";
    }
}
