package io.leeloogateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Value;

/** A first-time user finds a person in Swagger UI, with Debian's Chromium or the browser of the system properties. */
@GatewayTest
@Tag("browser")
class SwaggerUiBrowserTests {

    private static final By PERSON = By.id("operations-People-findPerson");
    private static final String LIVE_RESPONSE = "#operations-People-findPerson .live-responses-table .response";

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @TempDir
    private Path profile;

    private ChromeDriver browser;
    private WebDriverWait patience;

    @BeforeEach
    void open() {
        var options = new ChromeOptions()
                .setBinary(System.getProperty("chromium.binary", "/usr/bin/chromium"))
                .addArguments("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1300,2000")
                .addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync")
                .addArguments("--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(System.getProperty("webdriver.chrome.driver", "/usr/bin/chromedriver"))
                        .toFile())
                .build();
        browser = new ChromeDriver(service, options);
        patience = new WebDriverWait(browser, Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void personIsFoundWithTheDemoKey() {
        browser.get("http://127.0.0.1:" + port + "/");
        click(By.cssSelector(".auth-wrapper .authorize"));
        visible(By.cssSelector(".auth-container input")).sendKeys(demoKey);
        click(By.cssSelector(".auth-container .authorize"));
        click(By.cssSelector(".auth-container .btn-done"));
        visible(PERSON).findElement(By.className("opblock-summary-control")).click();
        click(By.cssSelector("#operations-People-findPerson .execute"));

        var answer = visible(By.cssSelector(LIVE_RESPONSE));

        assertThat(browser.getCurrentUrl()).contains("/swagger-ui/index.html");
        assertThat(answer.findElement(By.className("response-col_status")).getText())
                .isEqualTo("200");
        assertThat(answer.getText()).contains("Anna Kovalenko");
    }

    @Test
    void pageNamesTheGatewayAndItsTags() {
        browser.get("http://127.0.0.1:" + port + "/");

        assertThat(visible(By.cssSelector(".info .title")).getText()).startsWith("Leeloo Gateway");
        patience.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".opblock-tag")));
        assertThat(browser.findElements(By.cssSelector(".opblock-tag")))
                .extracting(tag -> tag.getDomAttribute("data-tag"))
                .startsWith("People", "Orders")
                .endsWith("Clients", "Problems");
    }

    @Test
    void sandboxOffersItsDemoKeyWhichSurvivesAReload() throws IOException {
        openPage();
        click(By.cssSelector(".auth-wrapper .authorize"));
        click(By.className("gateway-demo-key"));
        click(By.cssSelector(".auth-container .btn-done"));
        browser.navigate().refresh();

        visible(By.cssSelector(".auth-wrapper .authorize.locked"));
        visible(PERSON).findElement(By.className("opblock-summary-control")).click();
        click(By.cssSelector("#operations-People-findPerson .execute"));

        assertThat(visible(By.cssSelector(LIVE_RESPONSE)).getText()).contains("Anna Kovalenko");
        assertThat(browser.executeScript("return localStorage.length")).isEqualTo(0L);
        screenshot("person");
    }

    @Test
    void pageSaysThatItIsASandboxAndLeadsToTheGuides() throws IOException {
        openPage();

        assertThat(browser.getTitle()).isEqualTo("Leeloo Gateway");
        assertThat(visible(By.id("gateway-bar")).getText())
                .containsIgnoringCase("sandbox")
                .contains("Guides");
        assertThat(browser.findElement(By.cssSelector("link[rel=icon]")).getDomAttribute("href"))
                .isEqualTo("/gateway-ui/favicon.svg");
        screenshot("page");
        browser.findElement(By.linkText("Getting started")).click();
        assertThat(visible(By.tagName("h1")).getText()).isEqualTo("Getting started");
        assertThat(browser.findElements(By.cssSelector(".examples figure"))).hasSizeGreaterThan(9);
        screenshot("guide");
    }

    @Test
    void filterNarrowsTheTags() throws IOException {
        openPage();
        visible(By.cssSelector(".operation-filter-input")).sendKeys("Ord");

        patience.until(_ -> browser.findElements(By.cssSelector(".opblock-tag")).size() == 1);
        assertThat(browser.findElement(By.cssSelector(".opblock-tag")).getDomAttribute("data-tag"))
                .isEqualTo("Orders");
    }

    @Test
    void successIsShownFirstAndProblemsAreFolded() throws IOException {
        openPage();
        visible(PERSON).findElement(By.className("opblock-summary-control")).click();
        visible(By.cssSelector("#operations-People-findPerson .responses-table .response"));
        var rows = browser.findElements(By.cssSelector("#operations-People-findPerson .responses-table .response"));

        assertThat(rows.getFirst().getDomAttribute("data-code")).isEqualTo("200");
        assertThat(rows)
                .filteredOn(
                        row -> String.valueOf(row.getDomAttribute("data-code")).matches("[45].*"))
                .hasSizeGreaterThan(5)
                .allSatisfy(row -> assertThat(row.getDomAttribute("class")).contains("gateway-folded"));
        screenshot("responses");
        var folded = browser.findElement(
                By.cssSelector("#operations-People-findPerson .gateway-folded[data-code='404'] .gateway-unfold"));
        browser.executeScript("arguments[0].click()", folded);
        assertThat(visible(By.cssSelector(
                                "#operations-People-findPerson .response[data-code='404']:not(.gateway-folded)"))
                        .getText())
                .contains("not-found");
    }

    private void openPage() {
        browser.get("http://127.0.0.1:" + port + "/");
        visible(By.cssSelector(".opblock-tag"));
    }

    /** An artefact of the build. */
    private void screenshot(String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target/screenshots"));
        Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }

    private void click(By what) {
        patience.until(ExpectedConditions.elementToBeClickable(what)).click();
    }

    private WebElement visible(By what) {
        return patience.until(ExpectedConditions.visibilityOfElementLocated(what));
    }
}
