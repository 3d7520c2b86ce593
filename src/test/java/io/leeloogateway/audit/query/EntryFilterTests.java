package io.leeloogateway.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.store.ContactNormalizer;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFilterTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** An unencoded plus arrives as a blank. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+380501112233",
                " 380501112233",
                "380501112233",
                "+38 (050) 111-22-33",
                "+38.050.111.22.33",
                "050/1112233"
            })
    void phoneIsAcceptedInAnySpelling(String phone) {
        assertThat(VALIDATOR.validate(filter(phone))).isEmpty();
        assertThat(ContactNormalizer.phone(phone)).matches("phone (38)?0501112233");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "call me", "1234", "+", "050111223344556677889900", "(((((((((((", "12-34", "050111a2233"})
    void otherTextIsNoPhone(String phone) {
        assertThat(VALIDATOR.validate(filter(phone))).hasSize(1);
    }

    private static EntryFilter filter(String phone) {
        return new EntryFilter(null, null, null, null, null, null, phone, null, null, null);
    }
}
