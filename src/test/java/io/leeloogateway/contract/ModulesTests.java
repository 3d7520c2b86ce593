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

/** The rooms stand as the README draws them. */
class ModulesTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(GatewayApplication.class);
    private static final Pattern ARROWS = Pattern.compile("(?m)^ *(\\w+) \\{([a-z, :]*)}");

    private static final Pattern DECLARATION =
            Pattern.compile("@ApplicationModule\\(\\s*allowedDependencies = \\{([^}]*)}\\)");

    @Test
    void roomsKeepToTheirArrows() {
        MODULES.verify();
    }

    @Test
    void readmeDrawsTheArrowsThatTheRoomsDeclare() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        ARROWS.matcher(Files.readString(Path.of("README.md")))
                .results()
                .forEach(arrow -> drawn.put(arrow.group(1), names(arrow.group(2))));

        var declared = new TreeMap<String, Set<String>>();
        MODULES.forEach(room -> declared.put(room.getIdentifier().toString(), declared(room)));

        assertThat(drawn).isEqualTo(declared);
    }

    @Test
    void documenterDrawsTheRooms() {
        new Documenter(MODULES).writeModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
    }

    /** From the source: a package of tests may have a package-info of its own. */
    private static Set<String> declared(ApplicationModule room) {
        var page =
                Path.of("src/main/java/io/leeloogateway", room.getIdentifier().toString(), "package-info.java");
        try {
            var declaration = DECLARATION.matcher(Files.readString(page));
            assertThat(declaration.find()).as("%s declares its arrows", page).isTrue();
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
