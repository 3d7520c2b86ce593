package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;

/** The validator that the settings of the application make. */
class BoundedEmailValidatorTests {

    private static final Validator VALIDATOR = validator();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"anna@example.org", "анна@пошта.укр", "anna@xn--80a1acny.xn--j1amh", "a@b"})
    void addressIsValid(@Nullable String email) {
        assertThat(VALIDATOR.validate(new Form(email))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@", "@example.org", "anna@exa mple.org", "anna@example..org"})
    void textIsNoAddress(String email) {
        assertThat(VALIDATOR.validate(new Form(email))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {252, 5000, 100_000})
    void longerTextIsNoAddress(int letters) {
        assertThat(VALIDATOR.validate(new Form("a@" + "ж".repeat(letters + 1)))).hasSize(1);
    }

    @Test
    void boundCountsCharacters() {
        var domain = ("a".repeat(61) + ".").repeat(3) + "a".repeat(60);

        assertThat(VALIDATOR.validate(new Form("anna5@" + domain + "ab"))).isEmpty();
        assertThat(VALIDATOR.validate(new Form("anna5@" + domain + "abc"))).hasSize(1);
    }

    private static Validator validator() {
        var configuration = Validation.byProvider(HibernateValidator.class).configure();
        configuration.constraintValidatorFactory(
                new SpringConstraintValidatorFactory(new DefaultListableBeanFactory()));
        new TextConstraintConfiguration().textConstraints().customize(configuration);
        return configuration.buildValidatorFactory().getValidator();
    }

    private record Form(@Email @Nullable String email) {}
}
