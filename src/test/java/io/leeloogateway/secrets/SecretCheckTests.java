package io.leeloogateway.secrets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A secret does not depend on the values of other variables. */
class SecretCheckTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_PEPPER, hunter${HOME}hunter",
        "GATEWAY_PEPPER, ${HOME}",
        "GATEWAY_PEPPER, ${UNSET_VARIABLE}",
        "GATEWAY_PEPPER, ${UNSET_VARIABLE:hunter}",
        "GATEWAY_PEPPER, hunter${",
        "GATEWAY_PEPPER, 'hunter,${HOME}'",
        "GATEWAY_PEPPER, \\${HOME}",
        "GATEWAY_ACCESS_PEPPER, hunter${HOME}",
        "GATEWAY_ACCESS_PEPPER_1, hunter${HOME}",
        "GATEWAY_BOOTSTRAP_ADMIN_KEY, hunter${HOME}",
        "GATEWAY_ACCESS_BOOTSTRAPADMINKEY, hunter${HOME}",
        "LEELOO_TOKEN, hunter${HOME}",
        "GATEWAY_LEELOO_TOKEN, hunter${HOME}",
        "SPRING_DATASOURCE_PASSWORD, hunter${HOME}",
        "SPRING_FLYWAY_PASSWORD, hunter${HOME}"
    })
    void placeholderInAVariableIsRejected(String variable, String secret) {
        setVariables(Map.of("HOME", "/root", variable, secret));
        addFile(Map.of(
                "gateway.access.pepper", "${GATEWAY_PEPPER:}",
                "gateway.access.bootstrap-admin-key", "${GATEWAY_BOOTSTRAP_ADMIN_KEY:}",
                "gateway.leeloo.token", "${LEELOO_TOKEN:}"));

        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(this::check)
                .withMessageContaining(variable + " contains ${")
                .withMessageNotContaining("hunter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#{1 + 1}", "$HOME", "$", "a$}b{", "{HOME}", "%HOME%", "$(HOME)", "a\\b", "a$$b"})
    void otherTextIsTaken(String secret) {
        setVariables(Map.of("SPRING_DATASOURCE_PASSWORD", secret));

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void fileMayReferToAVariable() {
        setVariables(Map.of("DATABASE_PASSWORD", "hunter"));
        addFile(Map.of("spring.datasource.password", "${DATABASE_PASSWORD:${PGPASSWORD:}}"));

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void variableThatAFileRefersToHasNoPlaceholder() {
        setVariables(Map.of("DATABASE_PASSWORD", "hunter${HOME}"));
        addFile(Map.of("spring.datasource.password", "${DATABASE_PASSWORD}"));

        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(this::check)
                .withMessageContaining("DATABASE_PASSWORD contains ${");
    }

    @Test
    void placeholderWithinTheSecretOfAFileIsRejected() {
        addFile(Map.of("gateway.access.pepper", "hunter${HOME}hunter"));

        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(this::check)
                .withMessageContaining("gateway.access.pepper contains ${");
    }

    @ParameterizedTest
    @CsvSource({
        "hunter${HOME}, UTF-8, contains ${",
        "\ufeffhunter, UTF-8, begins with a byte order mark",
        "hunter, UTF-16, has NUL characters",
        "hunter, UTF-16LE, has NUL characters",
        "'hunter\nhunter', UTF-8, has more than one line"
    })
    void secretFileInAnotherEncodingIsRejected(String content, String charset, String flaw) throws IOException {
        addTree("spring.datasource.password", content, charset);

        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(this::check)
                .withMessageContaining("spring.datasource.password " + flaw)
                .withMessageNotContaining("hunter");
    }

    @Test
    void lineBreakAtTheEndOfASecretFileIsAccepted() throws IOException {
        addTree("gateway.access.pepper", "hunter\r\n", "UTF-8");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        ConfigurationPropertySources.attach(environment);
        new SecretCheck().postProcessEnvironment(environment, new SpringApplication());
    }

    private void setVariables(Map<String, Object> variables) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private void addFile(Map<String, Object> settings) {
        environment.getPropertySources().addLast(new OriginTrackedMapPropertySource("file", settings));
    }

    private void addTree(String name, String content, String charset) throws IOException {
        Files.writeString(folder.resolve(name), content, Charset.forName(charset));
        environment.getPropertySources().addFirst(new ConfigTreePropertySource("tree", folder));
    }
}
