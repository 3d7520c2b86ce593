package io.leeloogateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.Browser;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody on call uses the console in a browser, against the sandbox with traffic. */
@GatewayTest
@Tag("browser")
class ConsoleBrowserTests {

    private static final String CLIENT = """
            {"name": "crm-export", "owner": "team-crm", "purpose": "nightly export", "scopes": ["people:read", "people:write"]}""";
    private static final String COMMENT = GatewayClient.PERSON + "/comments";
    private static final List<String> PANELS = List.of("now", "clients", "worklist", "audit", "request", "sync");

    @Autowired
    private JdbcClient database;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @TempDir
    private Path profile;

    private Browser browser;
    private GatewayClient demo;
    private String clientId;

    @BeforeEach
    void open() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        demo.resetAll();
        clientId =
                demo.send("POST", "/api/v1/clients", CLIENT).json().path("id").asString();
        var key = demo.send("POST", "/api/v1/clients/" + clientId + "/keys", "{\"label\": \"crm, staging\"}");
        var crm = new GatewayClient(demo.address(), key.json().path("key").asString());
        crm.getWithCacheControl("no-cache", GatewayClient.PERSON);
        crm.get(GatewayClient.PERSON);
        crm.get("/api/v1/people?limit=5");
        crm.send(
                "POST",
                COMMENT,
                "{\"text\": \"called back\"}",
                "X-Sandbox-Fault",
                "cut-after-apply",
                "X-Request-Id",
                "console-walk-1");
        browser = new Browser(profile);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void clientAndKeyAreMadeUsedAndRevoked() {
        enter("clients");
        browser.button("New client");
        browser.type("name", "billing");
        browser.type("owner", "team-billing");
        browser.type("purpose", "invoices");
        browser.click(By.name("people:read"));
        browser.button("Create the client");
        browser.text("The client has no key");
        browser.button("New key");
        browser.type("label", "production");
        browser.button("Make the key");
        var key = browser.visible(By.cssSelector(".secret code")).getText();
        var billing = new GatewayClient(demo.address(), key);

        assertThat(billing.get(GatewayClient.PERSON).status()).isEqualTo(200);

        browser.button("I have stored it");
        browser.until(
                "document.querySelector('[aria-label=Keys] td[data-label=\"Last use\"]').textContent.includes('ago')");
        browser.button("Revoke");
        var dialog = browser.visible(By.tagName("dialog"));
        assertThat(dialog.getText()).contains("production", "was used", "Requests with it get a 401");
        assertThat(dialog.findElement(By.cssSelector("button[type=submit]")).isEnabled())
                .isFalse();
        browser.screenshot("console-revoke");
        browser.type("confirmation", "billing" + Keys.ENTER);
        browser.gone(By.tagName("dialog"));
        browser.text("revoked");

        assertThat(billing.get(GatewayClient.PERSON).status()).isEqualTo(401);
        assertThat(errors()).isEmpty();
    }

    @Test
    void rolledKeyWorksUntilItsEnd() {
        enter("clients/" + clientId);
        browser.button("Roll");
        browser.button("Make the new key");
        var key = browser.visible(By.cssSelector(".secret code")).getText();

        assertThat(new GatewayClient(demo.address(), key).get("/api/v1/me").status())
                .isEqualTo(200);
        browser.until("document.querySelectorAll('[aria-label=Keys] tbody tr').length === 2");
        assertThat(browser.visible(By.cssSelector("[aria-label=Keys]")).getText())
                .contains("in 7 days");
        assertThat(errors()).isEmpty();
    }

    @Test
    void frozenClientIsToldWhatItStopsAndIsEnabledAgain() {
        enter("clients/" + clientId);
        browser.button("Freeze the client");
        browser.type("confirmation", clientId);
        browser.button("Freeze");
        browser.button("Enable the client again");
        browser.visible(By.xpath("//button[normalize-space()='Freeze the client']"));

        assertThat(errors()).isEmpty();
    }

    @Test
    void unknownOperationIsSettled() {
        enter("worklist");
        browser.text("people.addComment");
        browser.button("Settle");
        browser.click(By.cssSelector("input[value=applied]"));
        browser.type("evidence", "the comment is on Leeloo's page");
        browser.visible(By.cssSelector("dialog button[type=submit]")).click();
        browser.text("Nothing to settle");

        assertThat(demo.get("/api/v1/operations?outcome=applied").json().path("items"))
                .hasSize(1);
        assertThat(errors()).isEmpty();
    }

    @Test
    void auditSearchLeadsToTheTraceOfARequest() {
        enter("audit");
        browser.type("client", "crm-export");
        browser.type("action", "people.addComment");
        browser.click(By.cssSelector(".filter button"));
        browser.click(By.linkText("console-walk-1"));

        browser.text("Call 1 to Leeloo");
        assertThat(browser.visible(By.cssSelector(".timeline")).getText())
                .contains("Received", "Authenticated", "crm-export", "Answered");
        assertThat(errors()).isEmpty();
    }

    @Test
    void auditLogIsVerified() {
        enter("audit");
        browser.button("Verify the audit log");

        browser.text("The audit log is intact.");
    }

    @Test
    void keyWithoutAScopeShowsWhatIsMissing() {
        enterWith(newKey("reader", "people:read"), "audit");

        browser.text("This key does not have the scope");
        assertThat(browser.visible(By.tagName("main")).getText()).contains("audit:read", "people:read");
    }

    @Test
    void keyThatIsRefusedLeadsBackToTheKeyFieldWithTheReason() {
        enterWith("lgw_nothing", "now");

        assertThat(browser.visible(By.cssSelector("[role=alert]")).getText())
                .contains("does not accept this key", "Request id");
        assertThat(browser.run("return sessionStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void lostConnectionShowsABannerAndRecovers() {
        enter("now");
        browser.text("Replicas");
        browser.setOffline(true);
        browser.visible(By.cssSelector("[role=status] .banner.bad"));
        browser.setOffline(false);

        browser.gone(By.cssSelector("[role=status] .banner.bad"));
    }

    @Test
    void refreshesStopWhileTheTabIsHidden() {
        enter("now");
        browser.text("Replicas");
        browser.run("""
                window.calls = 0; const original = window.fetch; window.fetch = (...a) => { window.calls++; return original(...a); };
                Object.defineProperty(document, 'hidden', { value: true, configurable: true });
                document.dispatchEvent(new Event('visibilitychange')); return true""");
        browser.run(
                "return new Promise((done) => setTimeout(() => { window.before = window.calls; done(true); }, 500))");
        browser.run("return new Promise((done) => setTimeout(() => done(true), 4000))");

        assertThat(browser.run("return window.calls - window.before")).isEqualTo(0L);

        browser.run("""
                Object.defineProperty(document, 'hidden', { value: false, configurable: true });
                document.dispatchEvent(new Event('visibilitychange')); return true""");
        browser.until("window.calls > window.before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=\"document.title='hostile'\">",
                "\u202Egnp.exe",
                "👩‍🚀 ü ж 漢字",
                "long",
                "${7*7}<script>document.title='hostile'</script>"
            })
    void textOfOthersIsNeverMarkup(String text) {
        var hostile = text.equals("long") ? "x".repeat(10_000) : text;
        database.sql("update clients set name = :text, owner = :text, purpose = :text where id = :id")
                .params(Map.of("text", hostile, "id", clientId))
                .update();
        database.sql("update client_keys set label = :text")
                .param("text", hostile)
                .update();
        database.sql("update operations set evidence = :text, target_id = :text, idempotency_key = :text")
                .param("text", hostile)
                .update();
        browser.setWidth(360);
        enter("now");
        for (var panel : List.of(
                "now", "clients", "clients/" + clientId, "worklist", "audit", "request/console-walk-1", "sync")) {
            show(panel);
            assertThat(browser.run("return document.querySelectorAll('#console img, #console script').length"))
                    .isEqualTo(0L);
            assertThat(browser.driver().getTitle()).doesNotContain("hostile");
            assertThat(browser.run("return document.documentElement.scrollWidth <= 360"))
                    .as("%s fits", panel)
                    .isEqualTo(true);
        }
        assertThat(errors()).isEmpty();
    }

    @Test
    void everyPanelIsAccessibleInLightDarkAndNarrow() {
        browser.open(address(""));
        browser.visible(By.name("key"));
        look("key");
        browser.button("Use the demo key of the sandbox");
        browser.text("Replicas");
        for (var panel : PANELS) {
            show(panel.equals("request") ? "request/console-walk-1" : panel);
            look(panel);
        }
        show("clients/" + clientId);
        look("client");
        assertThat(errors()).isEmpty();
    }

    @Test
    void everyPanelIsReachedWithTheKeyboardAlone() {
        browser.open(address(""));
        browser.visible(By.name("key")).sendKeys(demoKey + Keys.ENTER);
        browser.text("Replicas");
        for (var stop = 0; stop < 10 && !focused().getText().equals("Worklist"); stop++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        }
        focused().sendKeys(Keys.ENTER);
        browser.text("people.addComment");

        assertThat(browser.run("return document.activeElement.tagName")).isEqualTo("H1");
    }

    /** Jobs do not run in tests, so the audit log has no seal yet, which is a 404. */
    private List<String> errors() {
        return browser.errors().stream()
                .filter(error -> !error.contains("/audit-entries/latest-seal - Failed to load resource"))
                .toList();
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private String newKey(String name, String scope) {
        var client = CLIENT.replace("crm-export", name).replaceFirst("\\[.*]", "[\"" + scope + "\"]");
        var id = demo.send("POST", "/api/v1/clients", client).json().path("id").asString();
        var key = demo.send("POST", "/api/v1/clients/" + id + "/keys", "").json();
        return key.path("key").asString();
    }

    private void look(String panel) {
        for (var scheme : List.of("light", "dark")) {
            browser.setScheme(scheme);
            for (var width : List.of(1300, 360)) {
                browser.setWidth(width);
                browser.run(
                        "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
                browser.screenshot("console-%s-%s-%d".formatted(panel, scheme, width));
                assertThat(Axe.violations(browser))
                        .as("%s, %s, %d", panel, scheme, width)
                        .isEmpty();
            }
        }
        browser.setScheme("light");
        browser.setWidth(1300);
    }

    private void enter(String panel) {
        enterWith(demoKey, panel);
    }

    private void enterWith(String key, String panel) {
        browser.open(address(panel));
        browser.type("key", key + Keys.ENTER);
    }

    private void show(String panel) {
        browser.run("location.hash = '#/" + panel + "'; return true");
        browser.until("document.querySelector('main section, main .operation, main .empty, main table') !== null"
                + " && !document.querySelector('main').textContent.includes('Loading…')");
    }

    private String address(String panel) {
        return demo.address() + "/console" + (panel.isEmpty() ? "" : "#/" + panel);
    }
}
