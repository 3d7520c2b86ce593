package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidFields;
import io.leeloogateway.problem.InvalidRequest;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Names all invalid values of a body at once, up to as many as a problem shows: unknown fields, wrong types and violated constraints. */
@Component
class BodyChecker {

    private final JsonMapper json;
    private final ObjectReader exactNumbers;
    private final SmartValidator validator;
    private final InvalidRows invalidRows;

    BodyChecker(JsonMapper json, SmartValidator validator, InvalidRows invalidRows) {
        this.json = json;
        this.exactNumbers = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        this.validator = validator;
        this.invalidRows = invalidRows;
    }

    /** Malformed JSON and the constraints of a body of the right types are checked later. */
    void check(byte[] body, Type target, NullMeaning nulls) {
        var tree = parse(body);
        if (tree.isMissingNode()) {
            return;
        }
        if (tree.isNull()) {
            throw InvalidRequest.of(FieldPath.BODY, "required", "must be a JSON object");
        }
        var invalid = new InvalidValues();
        var type = json.constructType(target);
        var valid = new BodyReader(json, nulls, invalid).read(tree, type);
        if (!invalid.isEmpty()) {
            throw new InvalidRequest(invalid.with(violations(valid, type)));
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return exactNumbers.readTree(body);
        } catch (JacksonException _) {
            return json.missingNode();
        }
    }

    private List<InvalidField> violations(JsonNode tree, JavaType type) {
        if (tree.isNull()) {
            return List.of();
        }
        var form = invalidRows.cut(json.<Object>treeToValue(tree, type));
        var result = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, result);
        return InvalidFields.of(result);
    }
}
