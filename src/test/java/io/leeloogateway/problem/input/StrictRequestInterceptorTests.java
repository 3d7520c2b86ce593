package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.method.HandlerMethod;

/** A query of many invalid values is not checked further than a problem shows. */
class StrictRequestInterceptorTests {

    private static final List<String> BOUND = new ArrayList<>();

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/people");

    @BeforeEach
    void reset() {
        BOUND.clear();
    }

    @Test
    void invalidValuesOfTheRecordAreNamedWithUnknownParameters() {
        request.addParameter("nick", "x");
        request.addParameter("tag", "vip", "");
        request.addParameter("name", "");

        assertThat(errors()).extracting(InvalidField::field).containsExactlyInAnyOrder("nick", "tag[1]", "name");
    }

    @Test
    void valuesOfAListOverItsSizeAreNotBound() {
        addTags(21);
        request.addParameter("name", "");

        assertThat(errors())
                .startsWith(new InvalidField("tag", "length", "must have at most 20 elements"))
                .extracting(InvalidField::field)
                .containsExactly("tag", "name");
        assertThat(BOUND).containsExactly("");
    }

    @Test
    void valuesOfAListWithinItsSizeAreBound() {
        addTags(20);
        request.addParameter("nick", "x");

        assertThat(errors()).hasSize(21);
    }

    @Test
    void recordIsNotBoundAfterFiftyErrors() {
        addTags(20);
        for (var number = 0; number < 50; number++) {
            request.addParameter("nick" + number, "x");
        }

        assertThat(errors()).hasSize(50);
        assertThat(BOUND).isEmpty();
    }

    @Test
    void parameterWithAnErrorIsNamedOnce() {
        request.addParameter("name", "\u0000", "");
        request.addParameter("tag", "\u0000", "");

        assertThat(errors()).extracting(InvalidField::field).containsExactlyInAnyOrder("name", "tag");
        assertThat(BOUND).containsExactly("null");
    }

    private void addTags(int number) {
        for (var tag = 0; tag < number; tag++) {
            request.addParameter("tag", "");
        }
    }

    private List<InvalidField> errors() {
        return catchThrowableOfType(InvalidRequest.class, this::check).errors();
    }

    private void check() throws Exception {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("conversions", new ApplicationConversionService());
        var validator = new LocalValidatorFactoryBean();
        validator.afterPropertiesSet();
        var records = new ParameterRecordErrors(
                new StrictBinding(), validator, beans.getBeanProvider(ConversionService.class));
        var route = new HandlerMethod(this, getClass().getDeclaredMethod("list", Filter.class));

        new StrictRequestInterceptor(records).preHandle(request, new MockHttpServletResponse(), route);
    }

    @SuppressWarnings("unused") // the route
    void list(@ParameterObject Filter filter) {}

    record Filter(
            @Size(max = 20) @Nullable List<@NotBlank String> tag,
            @Size(min = 1) @Nullable String name) {

        Filter {
            BOUND.add((tag == null ? "" : tag.size() + " tags ") + name);
        }
    }
}
