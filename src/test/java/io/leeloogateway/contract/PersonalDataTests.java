package io.leeloogateway.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.leeloogateway.GatewayApplication;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.PersonalData;
import io.leeloogateway.request.Route;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** No answer tells of people without saying of whom: what a route gives is personal data, or stands here with a reason. */
class PersonalDataTests {

    /** What the diary looks into, and Spring. */
    private static final Set<Class<?>> WRAPPERS =
            Set.of(OffsetPage.class, Items.class, CursorPage.class, ResponseEntity.class);

    private static final Map<String, String> OF_NOBODY = Map.ofEntries(
            entry("MessageView", "it does not say of whom, Messages does"),
            entry("MeView", "the caller"),
            entry("ClientView", "a client"),
            entry("ApiKeyView", "a client's key"),
            entry("NewApiKeyView", "a client's key"),
            entry("UserView", "the company's own staff"),
            entry("TagView", "no more than how many have it"),
            entry("ConnectionView", "the company's own"),
            entry("TemplateView", "the company's own"),
            entry("TemplateCategoryView", "the company's own"),
            entry("TunnelView", "the company's own"),
            entry("TunnelRowView", "the company's own"),
            entry("TrafficSourceView", "the company's own"),
            entry("StatisticsView", "numbers"),
            entry("SmsImportView", "how many"),
            entry("CallView", "what the caller gave; the call's channel is the target"),
            entry("OperationView", "ids"),
            entry("RequestTraceView", "ids"),
            entry("EntryView", "ids"),
            entry("VerificationView", "ids"));

    @Test
    void everyAnswerSaysOfWhomItTells() {
        var silent = new HashSet<String>();
        given().filter(view -> !PersonalData.class.isAssignableFrom(view))
                .forEach(view -> silent.add(view.getSimpleName()));

        assertThat(silent).isEqualTo(OF_NOBODY.keySet());
    }

    /** The diary asks the answer, not its parts. */
    @Test
    void nobodyIsHiddenInPartsOfAnAnswerThatTellsOfNobody() {
        var hiding = given().filter(view -> !PersonalData.class.isAssignableFrom(view))
                .filter(view -> parts(view).anyMatch(PersonalData.class::isAssignableFrom));

        assertThat(hiding).isEmpty();
    }

    private static Stream<Class<?>> given() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(GatewayApplication.class)
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Route.class))
                        .map(JavaMethod::reflect)
                        .flatMap(method -> views(method.getGenericReturnType()))
                        .filter(view -> view != void.class)
                        .distinct();
    }

    private static Stream<Class<?>> views(Type type) {
        if (type instanceof ParameterizedType generic) {
            return WRAPPERS.contains((Class<?>) generic.getRawType())
                    ? Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalDataTests::views)
                    : Stream.of((Class<?>) generic.getRawType());
        }
        return Stream.of((Class<?>) type);
    }

    private static Stream<Class<?>> parts(Class<?> view) {
        return !view.isRecord()
                ? Stream.of()
                : Arrays.stream(view.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(PersonalDataTests::all)
                        .filter(part -> part != view)
                        .flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }

    private static Stream<Class<?>> all(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalDataTests::all)
                : type instanceof Class<?> plain ? Stream.of(plain) : Stream.of();
    }
}
