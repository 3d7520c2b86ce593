package io.leeloogateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
class RoomsTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(GatewayApplication.class);
    private static final Pattern ARROWS = Pattern.compile("(?m)^ *(\\w+) \\{([a-z, ]*)}");

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
    void roomsHaveNoRoomsInside() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java/io/leeloogateway"), 2)) {
            assertThat(folders.filter(path -> path.getNameCount() > 6 && Files.isDirectory(path)))
                    .isEmpty();
        }
    }

    @Test
    void documenterDrawsTheRooms() {
        new Documenter(MODULES).writeModulesAsPlantUml();

        assertThat(Path.of("target/spring-modulith-docs/components.puml")).exists();
    }

    private static Set<String> declared(ApplicationModule room) {
        try {
            var page = Class.forName(room.getBasePackage().getName() + ".package-info");
            var annotation = page.getAnnotation(org.springframework.modulith.ApplicationModule.class);
            assertThat(annotation).as("the arrows of " + room.getIdentifier()).isNotNull();
            return new TreeSet<>(Arrays.asList(annotation.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a room without package-info: " + room, e);
        }
    }

    private static Set<String> names(String list) {
        return list.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(list.split(", ")));
    }
}
