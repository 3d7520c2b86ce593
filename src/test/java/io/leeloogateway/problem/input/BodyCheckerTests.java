package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.problem.BulkForm;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A body of many invalid values is not checked further than a problem shows. */
class BodyCheckerTests {

    private static final AtomicInteger VALIDATIONS = new AtomicInteger();
    private static final LocalValidatorFactoryBean VALIDATOR = validator();

    private final BodyChecker checker = new BodyChecker(mapper(), VALIDATOR, new InvalidRows(VALIDATOR));

    @BeforeEach
    void reset() {
        VALIDATIONS.set(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":[]}", "{\"a\":1,\"b\":2,\"c\":3}", "null", "7"})
    void elementsOfAListOverItsSizeAreNotRead(String element) {
        var errors = errors("{\"fields\":[%s],\"number\":[]}".formatted(repeat(element, 101)), Form.class);

        assertThat(errors)
                .containsExactly(
                        new InvalidField("fields", "length", "must have at most 100 elements"),
                        new InvalidField("number", "type", "must be a whole number, such as 20"));
        assertThat(VALIDATIONS).hasValue(0);
    }

    @Test
    void elementsOfAListWithinItsSizeAreRead() {
        var errors = errors("{\"fields\":[%s],\"number\":[]}".formatted(repeat("{\"key\":\"x\"}", 100)), Form.class);

        assertThat(errors).containsExactly(new InvalidField("number", "type", "must be a whole number, such as 20"));
        assertThat(VALIDATIONS).hasValue(100);
    }

    @Test
    void valuesOfAMapOverItsSizeAreNotRead() {
        assertThat(errors("{\"texts\":{\"a\":1,\"b\":2,\"c\":3}}", Form.class))
                .containsExactly(new InvalidField("texts", "length", "must have at most 2 elements"));
    }

    @Test
    void objectInsteadOfAListHasTheWrongType() {
        assertThat(errors("{\"numbers\":{\"a\":1,\"b\":2,\"c\":3}}", Form.class))
                .containsExactly(new InvalidField("numbers", "type", "must be an array"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x\":1,\"y\":1}", "{\"key\":{}}", "7", "{\"key\":\"\\u0000\"}"})
    void readingStopsAtFiftyInvalidValues(String row) {
        var request = catchThrowableOfType(
                InvalidRequest.class, () -> check("{\"rows\":[%s]}".formatted(repeat(row, 1000)), Import.class));

        assertThat(request.errors()).hasSize(50);
        assertThat(request.detail()).isEqualTo("50 values are not valid, see errors");
        assertThat(VALIDATIONS).hasValue(0);
    }

    @Test
    void fortyNineInvalidValuesAreNamedWithTheViolations() {
        var unknown = "\"x%d\":1,".repeat(49).formatted(numbers(49));

        var errors = errors("{%s\"rows\":[{},{\"key\":\"x\"}]}".formatted(unknown), Import.class);

        assertThat(errors).hasSize(50).extracting(InvalidField::field).contains("x1", "x49", "rows[0].key");
    }

    @Test
    void validationStopsAfterFiftyInvalidRows() {
        errors("{\"x\":1,\"rows\":[{\"key\":\"x\"},%s]}".formatted(repeat("{\"key\":null}", 999)), Import.class);

        assertThat(VALIDATIONS).hasValue(2 * 51);
    }

    @Test
    void lastOfAThousandRowsIsNamed() {
        var errors = errors("{\"x\":1,\"rows\":[%s,{}]}".formatted(repeat("{\"key\":\"x\"}", 999)), Import.class);

        assertThat(errors).extracting(InvalidField::field).containsExactly("x", "rows[999].key");
    }

    private List<InvalidField> errors(String body, Class<?> form) {
        return catchThrowableOfType(InvalidRequest.class, () -> check(body, form))
                .errors();
    }

    private void check(String body, Class<?> form) {
        checker.check(body.getBytes(StandardCharsets.UTF_8), form, NullMeaning.ABSENT);
    }

    private static String repeat(String element, int number) {
        return (element + ",").repeat(number - 1) + element;
    }

    private static Object[] numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toArray();
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        new StrictJson().strictness().customize(builder);
        return builder.build();
    }

    private static LocalValidatorFactoryBean validator() {
        var validator = new LocalValidatorFactoryBean();
        validator.setConstraintValidatorFactory(new SpringConstraintValidatorFactory(new DefaultListableBeanFactory()));
        validator.afterPropertiesSet();
        return validator;
    }

    record Form(
            @Size(max = 100) @Nullable List<@NotNull @Valid Row> fields,
            @Size(max = 2) @Nullable List<Integer> numbers,
            @Size(max = 2) @Nullable Map<String, String> texts,
            @Nullable Integer number) {}

    record Import(@Size(max = 1000) List<@NotNull @Valid Row> rows) implements BulkForm {

        @Override
        public Import withRows(int number) {
            return new Import(rows.subList(0, number));
        }
    }

    record Row(@Counted @Nullable String key) {}

    @Constraint(validatedBy = CountingValidator.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Counted {

        String message() default "must be given";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static class CountingValidator implements ConstraintValidator<Counted, String> {

        @Override
        public boolean isValid(@Nullable String key, ConstraintValidatorContext context) {
            VALIDATIONS.incrementAndGet();
            return Objects.nonNull(key);
        }
    }
}
