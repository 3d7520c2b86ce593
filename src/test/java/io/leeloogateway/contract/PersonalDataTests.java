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

/** Every response type declares its subjects with {@link PersonalData}, or is listed here with a reason. */
class PersonalDataTests {

    /** Generic types whose content the audit log inspects. */
    private static final Set<Class<?>> WRAPPERS =
            Set.of(OffsetPage.class, Items.class, CursorPage.class, ResponseEntity.class);

    private static final Map<String, String> WITHOUT_SUBJECTS = Map.ofEntries(
            entry("MessageView", "Messages records the subject"),
            entry("MeView", "the caller"),
            entry("QuotaView", "numbers of calls"),
            entry("QuotaHistoryView", "numbers of calls"),
            entry("StatusView", "numbers and ages"),
            entry("SealView", "numbers"),
            entry("RecentUsage", "numbers of requests"),
            entry("ClientView", "a client"),
            entry("ApiKeyView", "a client's key"),
            entry("NewApiKeyView", "a client's key"),
            entry("UserView", "the staff of the company"),
            entry("TagView", "only the number of people"),
            entry("ConnectionView", "data of the company"),
            entry("TemplateView", "data of the company"),
            entry("TemplateCategoryView", "data of the company"),
            entry("TunnelView", "data of the company"),
            entry("TunnelRowView", "data of the company"),
            entry("TrafficSourceView", "data of the company"),
            entry("StatisticsView", "numbers"),
            entry("SmsImportView", "only a number"),
            entry("CallView", "values of the request; the channel of the call is the target"),
            entry("OperationView", "ids"),
            entry("RequestTraceView", "ids"),
            entry("EntryView", "ids"),
            entry("VerificationView", "ids"),
            entry("SyncRunView", "numbers of rows"));

    @Test
    void everyResponseDeclaresItsSubjects() {
        var undeclared = new HashSet<String>();
        responseTypes()
                .filter(view -> !PersonalData.class.isAssignableFrom(view))
                .forEach(view -> undeclared.add(view.getSimpleName()));

        assertThat(undeclared).isEqualTo(WITHOUT_SUBJECTS.keySet());
    }

    /** The audit log inspects the response, not its components. */
    @Test
    void responseWithoutSubjectsHasNoComponentWithSubjects() {
        var nested = responseTypes()
                .filter(view -> !PersonalData.class.isAssignableFrom(view))
                .filter(view -> parts(view).anyMatch(PersonalData.class::isAssignableFrom));

        assertThat(nested).isEmpty();
    }

    private static Stream<Class<?>> responseTypes() {
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
