package io.leeloogateway.problem.input;

import io.leeloogateway.problem.BulkForm;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cuts a bulk form after as many invalid rows as a problem shows errors. Each further error would take processor time from other callers. */
@Component
class InvalidRows {

    private final Validator validator;

    InvalidRows(Validator validator) {
        this.validator = validator;
    }

    Object cut(Object body) {
        if (!(body instanceof BulkForm form)) {
            return body;
        }
        var rows = form.rows();
        return rows == null ? body : form.withRows(checkedRows(rows));
    }

    private int checkedRows(List<? extends @Nullable Object> rows) {
        var invalid = 0;
        var checked = 0;
        for (var row : rows) {
            checked++;
            if (isInvalid(row) && ++invalid == InvalidRequest.MAX_ERRORS) {
                return checked;
            }
        }
        return checked;
    }

    private boolean isInvalid(@Nullable Object row) {
        return row == null || !validator.validate(row).isEmpty();
    }
}
