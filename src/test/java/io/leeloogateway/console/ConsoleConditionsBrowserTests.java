package io.leeloogateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.Browser;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console under conditions that are not every day's: a limit that is reached, thousands of clients, a large screen, an export. */
@GatewayTest
@Tag("browser")
class ConsoleConditionsBrowserTests {

    private static final int CLIENTS = 10_000;
    private static final String CLIENT = """
            {"name": "model", "owner": "team-crm", "purpose": "one of many", "scopes": ["people:read"]}""";

    @Autowired
    private JdbcClient database;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @TempDir
    private Path folder;

    private Browser browser;
    private GatewayClient demo;

    @BeforeEach
    void open() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        demo.resetAll();
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.close();
        database.sql("delete from clients where purpose = 'one of many'").update();
    }

    @Test
    void reachedLimitIsShownAndWaitedFor() {
        enter("clients");
        browser.text("New client");
        browser.run("""
                const original = window.fetch; window.calls = [];
                window.fetch = (...a) => { window.calls.push(Date.now()); return window.calls.length === 1
                    ? Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '3' } })) : original(...a); };
                location.hash = '#/worklist'; return true""");

        browser.text("The limit of this key is reached.");
        browser.gone(By.xpath("//*[contains(text(), 'The limit of this key is reached.')]"));
        browser.visible(By.cssSelector("main .empty, main .operation, main table"));

        assertThat((Long) browser.run("return window.calls[1] - window.calls[0]"))
                .isGreaterThanOrEqualTo(3000);
    }

    @Test
    void entriesAreSavedAsCsv() throws IOException {
        demo.get(GatewayClient.PERSON, "X-Request-Id", "console-export-1");
        browser.saveDownloadsIn(folder);
        enter("audit");
        browser.text("console-export-1");

        browser.button("Export as CSV");

        var file = folder.resolve("audit-entries.csv");
        browser.until(_ -> Files.exists(file));
        assertThat(Files.readString(file)).contains("console-export-1", "people.find");
        assertThat(browser.errors()).noneMatch(error -> error.contains("Content Security Policy"));
    }

    @Test
    void tenThousandClientsAreListedInPagesAndFoundByName() {
        demo.send("POST", "/api/v1/clients", CLIENT);
        database.sql("""
                        insert into clients
                        select (jsonb_populate_record(client, jsonb_build_object(
                            'id', 'many' || nr, 'name', 'service-' || nr, 'purpose', 'one of many'))).*
                        from clients as client, generate_series(1, :clients) as nr where client.name = 'model'""").param("clients", CLIENTS).update();
        enter("clients");
        browser.text("service-");

        assertThat(browser.driver().findElements(By.cssSelector("main tbody tr")))
                .hasSizeLessThanOrEqualTo(100);
        browser.button("Next");
        browser.until("document.querySelector('nav.pager button')?.disabled === false");

        browser.visible(By.cssSelector("input[type=search]")).sendKeys("service-9999");
        browser.until("document.querySelectorAll('main tbody tr').length === 1");
        browser.text("service-9999");
    }

    @Test
    void largeScreenIsUsedWithoutOverlongLines() {
        browser.setWidth(2560);
        enter("audit");
        browser.visible(By.cssSelector("main table"));
        browser.screenshot("console-audit-light-2560");

        assertThat(browser.run("return document.documentElement.scrollWidth <= 2560"))
                .isEqualTo(true);
    }

    private void enter(String panel) {
        browser.open(demo.address() + "/console#/" + panel);
        browser.type("key", demoKey + Keys.ENTER);
    }
}
