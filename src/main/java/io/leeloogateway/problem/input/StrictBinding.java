package io.leeloogateway.problem.input;

import java.beans.PropertyEditorSupport;
import java.util.List;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Query parameters come from the query alone, and a comma in one is a comma: Spring would take headers and split lists. */
@ControllerAdvice
class StrictBinding {

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
        binder.registerCustomEditor(Integer.class, new DecimalDigits());
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
    }

    /** Spring would take {@code 0x10} and digits of other scripts. */
    private static final class DecimalDigits extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!text.matches("-?[0-9]{1,9}")) {
                throw new IllegalArgumentException("not a whole number");
            }
            setValue(Integer.valueOf(text));
        }
    }
}
