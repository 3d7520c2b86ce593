package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.ServletRequestDataBinder;

/** Finds the invalid values of a parameter record, for a request that is rejected anyway: the problem names all wrong fields. */
@Component
class ParameterRecordErrors {

    private final StrictBinding strict;
    private final SmartValidator validator;
    private final ObjectProvider<ConversionService> conversions;

    ParameterRecordErrors(
            StrictBinding strict, SmartValidator validator, ObjectProvider<ConversionService> conversions) {
        this.strict = strict;
        this.validator = validator;
        this.conversions = conversions;
    }

    List<InvalidField> of(Class<?> type, HttpServletRequest request) {
        var binder = new ServletRequestDataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversions.getObject());
        binder.setValidator(validator);
        strict.bind(binder);
        binder.construct(request);
        if (binder.getTarget() != null) {
            binder.validate();
        }
        return InvalidFields.of(binder.getBindingResult());
    }
}
