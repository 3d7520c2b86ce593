package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The modules respect their declared dependencies, and the documented dependencies match. */
class ModulesTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(GatewayApplication.class);
    private static final Pattern DEPENDENCIES = Pattern.compile("(?m)^ *(\\w+) \\{([a-z, :]*)}");

    private static final Pattern DECLARATION =
            Pattern.compile("@ApplicationModule\\(\\s*allowedDependencies = \\{([^}]*)}\\)");

    @Test
    void modulesRespectTheirAllowedDependencies() {
        MODULES.verify();
    }

    @Test
    void architecturePageListsTheDeclaredDependencies() throws IOException {
        var documented = new TreeMap<String, Set<String>>();
        DEPENDENCIES
                .matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .forEach(module -> documented.put(module.group(1), names(module.group(2))));

        var declared = new TreeMap<String, Set<String>>();
        MODULES.forEach(module -> declared.put(module.getIdentifier().toString(), declared(module)));

        assertThat(documented).isEqualTo(declared);
    }

    @Test
    void documenterWritesTheModuleDiagram() {
        new Documenter(MODULES).writeModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
    }

    /** Reads the source, because a test package may have a package-info of its own. */
    private static Set<String> declared(ApplicationModule module) {
        var page =
                Path.of("src/main/java/io/leeloogateway", module.getIdentifier().toString(), "package-info.java");
        try {
            var declaration = DECLARATION.matcher(Files.readString(page));
            assertThat(declaration.find())
                    .as("%s declares its dependencies", page)
                    .isTrue();
            return names(declaration.group(1).replace("\"", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String list) {
        return list.isBlank()
                ? Set.of()
                : new TreeSet<>(Arrays.asList(list.strip().split(",\\s*")));
    }
}
