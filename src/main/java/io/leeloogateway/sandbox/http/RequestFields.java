package io.leeloogateway.sandbox.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a request body, read as leniently as Leeloo reads them. Unknown fields are ignored. */
public record RequestFields(ObjectNode fields) {

    public RequestFields require(String... names) {
        var missing = new LinkedHashMap<String, String>();
        for (String name : names) {
            var value = fields.path(name);
            if (value.isMissingNode()
                    || value.isNull()
                    || (value.isValueNode() && value.asString().isBlank())) {
                missing.put(name, "REQUIRED");
            }
        }
        if (!missing.isEmpty()) {
            throw new LeelooError("FORMAT_ERROR", missing);
        }
        return this;
    }

    @Nullable
    public String text(String name) {
        var value = fields.path(name);
        return value.isMissingNode() || value.isNull() ? null : plain(value);
    }

    public String text(String name, String defaultValue) {
        var text = text(name);
        return text == null ? defaultValue : text;
    }

    /** Checks E.164 as strictly as the live service. */
    @Nullable
    public String phone() {
        return checked("phone", "\\+[1-9][0-9]{6,14}", "NOT_VALID_PHONE_NUMBER");
    }

    @Nullable
    public String email() {
        return checked("email", "[^@\\s]+@[^@\\s]+", "NOT_VALID_EMAIL");
    }

    @Nullable
    public String oneOf(String name, Set<String> allowed) {
        var text = text(name);
        if (text != null && !allowed.contains(text)) {
            throw LeelooError.format(name, "NOT_ALLOWED_VALUE");
        }
        return text;
    }

    @Nullable
    public BigDecimal number(String name) {
        var text = checked(name, "-?[0-9]{1,12}(\\.[0-9]{1,6})?", "NOT_VALID_NUMBER");
        return text == null ? null : new BigDecimal(text);
    }

    @Nullable
    public Instant instant(String name) {
        var text = text(name);
        return text == null
                ? null
                : LeelooDates.parse(text).orElseThrow(() -> LeelooError.format(name, "NOT_VALID_DATE"));
    }

    /** An array, or the numbered values or the single value that a form sends instead. */
    List<JsonNode> list(String name) {
        var value = fields.path(name);
        return value.isValueNode() && !value.isNull() ? List.of(value) : List.copyOf(value.values());
    }

    public List<String> texts(String name) {
        return list(name).stream().map(RequestFields::plain).toList();
    }

    public List<RequestFields> objects(String name) {
        return list(name).stream()
                .filter(ObjectNode.class::isInstance)
                .map(value -> new RequestFields((ObjectNode) value))
                .toList();
    }

    private @Nullable String checked(String name, String pattern, String reason) {
        var text = text(name);
        if (text != null && !text.matches(pattern)) {
            throw LeelooError.format(name, reason);
        }
        return text;
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
