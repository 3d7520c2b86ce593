package io.leeloogateway.sandbox;

import java.util.Map;

/** Leeloo's no: an error code and what is wrong with which field. */
final class Refusal extends RuntimeException {

    private final String code;
    private final transient Map<String, String> fields;

    Refusal(String code, Map<String, String> fields) {
        super(code + " " + fields.keySet());
        this.code = code;
        this.fields = fields;
    }

    static Refusal format(String field, String reason) {
        return new Refusal("FORMAT_ERROR", Map.of(field, reason));
    }

    static Refusal wrongId(String field) {
        return new Refusal("WRONG_ID", Map.of(field, "WRONG_ID"));
    }

    Reply reply() {
        return Reply.failure(200, code, fields);
    }
}
