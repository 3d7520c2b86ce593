package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.Browser;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Somebody starts a run in the console and follows it to its end; jobs do not run in tests, so the test runs the job. */
@GatewayTest
@Tag("browser")
class SyncRunBrowserTests {

    @Autowired
    private SyncJob job;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @TempDir
    private Path profile;

    @Test
    void runIsFollowedToItsEnd() {
        var gateway = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        gateway.resetAll();
        try (var browser = new Browser(profile)) {
            browser.open(gateway.address() + "/console#/sync");
            browser.type("key", demoKey + Keys.ENTER);
            browser.button("Start");
            browser.visible(By.tagName("progress"));
            browser.screenshot("console-sync-queued");

            job.run(SyncKind.PEOPLE, () -> false);

            var finished = browser.visible(By.cssSelector("[aria-label='Finished runs']"));
            assertThat(finished.getText()).contains("people", "completed", "300 new");
            assertThat(browser.driver().findElements(By.tagName("progress"))).isEmpty();
            browser.screenshot("console-sync-finished");

            browser.button("Start");
            browser.button("Cancel the run");
            browser.text("cancelled");
            assertThat(browser.errors()).isEmpty();
        }
    }
}
