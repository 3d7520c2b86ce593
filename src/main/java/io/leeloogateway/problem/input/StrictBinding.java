package io.leeloogateway.problem.input;

import io.leeloogateway.request.Rfc3339;
import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** Binds parameters from the query only and keeps commas: by default Spring also binds headers and splits lists at commas. */
@ControllerAdvice
class StrictBinding {

    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
        binder.registerCustomEditor(Integer.class, new IntegerEditor());
        binder.registerCustomEditor(Instant.class, new InstantEditor());
        if (binder instanceof ExtendedServletRequestDataBinder extended) {
            extended.setHeaderPredicate(header -> false);
        }
    }

    /** Spring reads a number as milliseconds since 1970, accepts HTTP dates and binds an empty text as absent. */
    private static final class InstantEditor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(Rfc3339.parse(text).orElseThrow(() -> new IllegalArgumentException("not an instant")));
        }
    }

    /** Spring accepts {@code 0x10} and digits of other scripts by default. */
    private static final class IntegerEditor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!text.matches("-?[0-9]{1,9}")) {
                throw new IllegalArgumentException("not a whole number");
            }
            setValue(Integer.valueOf(text));
        }
    }
}
