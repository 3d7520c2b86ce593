package io.leeloogateway.people;

import jakarta.validation.Validator;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Cuts an import after as many wrong rows as a problem shows. Each further error would take processor time from other callers.
 */
@ControllerAdvice
class ImportRowsAdvice extends RequestBodyAdviceAdapter {

    private static final int MAX_WRONG_ROWS = 50;

    private final Validator validator;

    ImportRowsAdvice(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType() == SmsImportForm.class;
    }

    /** The body may be the JSON value {@code null}, and so may the list and a row, which are rejected later. */
    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return body instanceof SmsImportForm form && isList(form) ? form.withPeople(checkedRows(form)) : body;
    }

    @SuppressWarnings("ConstantValue") // before its validation
    private static boolean isList(SmsImportForm form) {
        return form.people() != null;
    }

    private int checkedRows(SmsImportForm form) {
        var wrong = 0;
        var checked = 0;
        for (var row : form.people()) {
            checked++;
            if (isWrong(row) && ++wrong == MAX_WRONG_ROWS) {
                return checked;
            }
        }
        return checked;
    }

    private boolean isWrong(SmsImportForm.@Nullable Row row) {
        return row == null || !validator.validate(row).isEmpty();
    }
}
