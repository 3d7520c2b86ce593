package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README says of settings is what the code says. */
class DocumentationTests {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    @Test
    void readmeNamesEverySettingWithItsDefault() throws IOException {
        List<Map<String, Object>> settings = JsonPath.read(Files.readString(METADATA), "$.properties");
        var readme = Files.readString(Path.of("README.md"));

        assertThat(settings).isNotEmpty().allSatisfy(setting -> {
            var row = readme.lines()
                    .filter(line -> line.startsWith("| `" + setting.get("name") + "` |"))
                    .findFirst();
            assertThat(row).as("%s", setting.get("name")).isPresent();
            if (setting.get("defaultValue") != null) {
                assertThat(row.get()).contains("`" + setting.get("defaultValue") + "`");
            }
        });
    }
}
