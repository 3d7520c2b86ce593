package io.leeloogateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
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

        var answer = visible(By.cssSelector("#operations-People-findPerson .live-responses-table .response"));

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

    private void click(By what) {
        patience.until(ExpectedConditions.elementToBeClickable(what)).click();
    }

    private WebElement visible(By what) {
        return patience.until(ExpectedConditions.visibilityOfElementLocated(what));
    }
}
