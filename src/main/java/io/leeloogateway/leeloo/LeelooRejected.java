package io.leeloogateway.leeloo;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** Leeloo read the request and rejected it. */
public final class LeelooRejected extends LeelooException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, String> fields;

    public LeelooRejected(Target target, String code, Map<String, String> fields) {
        super(ProblemType.LEELOO_REJECTED, "Leeloo rejected the request about " + target + ": " + code, null);
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    /** Leeloo's code for the request: {@code FORMAT_ERROR}. */
    public String code() {
        return code;
    }

    /** Leeloo's code for each field, by the gateway's field name. */
    public Map<String, String> fields() {
        return fields;
    }

    @Override
    public List<InvalidField> errors() {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> new InvalidField(field.getKey(), field.getValue(), "was rejected by Leeloo"))
                .toList();
    }
}
