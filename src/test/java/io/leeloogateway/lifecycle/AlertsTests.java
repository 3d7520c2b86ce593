package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each alert has a test that fires and a test that does not, and a row in the runbook. */
class AlertsTests {

    private static final Path FOLDER = Path.of("deploy/observability");

    @Test
    void everyAlertIsTestedAndDocumented() throws IOException {
        var alerts = found(FOLDER.resolve("alerts.yml"), "(?m)^ *- alert: (\\w+)$");
        var trials = FOLDER.resolve("alerts.test.yml");

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(found(trials, "alertname=\"(\\w+)\".*exp_samples: \\[\\{")).isEqualTo(alerts);
        assertThat(found(trials, "alertname=\"(\\w+)\".*exp_samples: \\[]")).isEqualTo(alerts);
        assertThat(found(Path.of("docs/runbook.md"), "(?m)^\\| ([A-Z][a-z]+[A-Z]\\w+) \\|"))
                .isEqualTo(alerts);
    }

    /** Runs where Debian's package prometheus is installed; .ci/container runs it elsewhere. */
    @Test
    void alertRulesPassTheirPromtoolTests() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")));
        var tool = new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();

        var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tool.waitFor()).as(said).isZero();
    }

    private static Set<String> found(Path file, String pattern) throws IOException {
        var names = new TreeSet<String>();
        Pattern.compile(pattern).matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
