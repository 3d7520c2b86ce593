package io.leeloogateway.sandbox.http;

import java.util.Map;

/** An error of Leeloo: a code and, by field, a reason. */
public final class LeelooError extends RuntimeException {

    private final String code;
    private final transient Map<String, String> fields;

    public LeelooError(String code, Map<String, String> fields) {
        super(code + " " + fields.keySet());
        this.code = code;
        this.fields = fields;
    }

    public static LeelooError format(String field, String reason) {
        return new LeelooError("FORMAT_ERROR", Map.of(field, reason));
    }

    public static LeelooError wrongId(String field) {
        return new LeelooError("WRONG_ID", Map.of(field, "WRONG_ID"));
    }

    public Reply reply() {
        return Reply.failure(200, code, fields);
    }
}
