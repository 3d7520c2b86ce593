package io.leeloogateway.contract;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.leeloogateway.GatewayApplication;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.request.Route;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks the architecture rules. */
class ArchitectureTests {

    private static final String PROBLEM = "io.leeloogateway.problem";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(GatewayApplication.class);
    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis");

    /** The modules problem, guides and console have routes without a key: pages, the explanations of problems and the error page of the container. */
    @Test
    void everyRouteDeclaresItsScopeAndItsAction() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(RestController.class)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(PROBLEM, "io.leeloogateway.guides", "io.leeloogateway.console")
                .should()
                .beAnnotatedWith(Route.class)
                .andShould(haveAWellFormedAction())
                .check(CLASSES);
    }

    @Test
    void onlyLeelooUsesReactor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.leeloogateway.leeloo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("reactor..", "org.springframework.web.reactive..", "io.netty..")
                .check(CLASSES);
    }

    @Test
    void onlyCacheExecutesQueries() {
        classes()
                .that()
                .resideOutsideOfPackage("io.leeloogateway.cache..")
                .should(not(accessTargetWhere(describe("LeelooClient.execute", call -> isOfLeeloo(call, "execute")))))
                .check(CLASSES);
    }

    @Test
    void onlyOperationsExecutesChanges() {
        classes()
                .that()
                .resideOutsideOfPackage("io.leeloogateway.operations..")
                .should(not(accessTargetWhere(describe("LeelooClient.send", call -> isOfLeeloo(call, "send")))))
                .check(CLASSES);
    }

    /** The base package of a module is for other modules. */
    @Test
    void repositoriesStayInTheirModule() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .and()
                .arePublic()
                .should()
                .resideInAPackage("io.leeloogateway.*.*")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        classes()
                .should(not(
                        callMethodWhere(describe("the time without a clock", ArchitectureTests::isTimeWithoutClock))))
                .check(CLASSES);
    }

    @Test
    void noFieldIsInjected() {
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** A call or a method reference. */
    private static boolean isOfLeeloo(JavaAccess<?> call, String method) {
        return call.getTargetOwner().isEquivalentTo(LeelooClient.class)
                && call.getName().equals(method);
    }

    private static boolean isTimeWithoutClock(JavaCall<?> call) {
        var parameters = call.getTarget().getRawParameterTypes();
        var owner = call.getTargetOwner();
        return CLOCKS.contains(call.getName())
                && (owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class))
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaMethod> haveAWellFormedAction() {
        return new ArchCondition<>("have an action like people.addTag") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var route = method.tryGetAnnotationOfType(Route.class);
                var wellFormed = route.isPresent() && route.get().action().matches("[a-z]+\\.[a-zA-Z]+");
                events.add(new SimpleConditionEvent(method, wellFormed, method.getFullName() + " " + route));
            }
        };
    }
}
