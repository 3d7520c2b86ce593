package io.leeloogateway.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

/** The examples of the guides do what the guides say. */
@GatewayTest
class SnippetsIntegrationTests {

    /** Where .ci/run installs the compiler, for a node that does not strip types itself. */
    private static final Path COMPILER = Path.of("target/npm/node_modules/typescript/bin/tsc");

    @Value("http://127.0.0.1:${server.port}")
    private String address;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @TempDir
    private Path folder;

    @BeforeEach
    void reset() {
        new GatewayClient(address, demoKey).resetAll();
    }

    @ParameterizedTest
    @EnumSource(names = {"GETTING_STARTED", "PAGING"})
    void everyStepHasAnExampleInEachLanguage(Guide guide) {
        var steps = Snippets.of(guide, "bash").blocks().size();

        assertThat(steps).isPositive();
        assertThat(Snippets.of(guide, "ts").blocks()).hasSize(steps);
        assertThat(Snippets.of(guide, "java").blocks()).hasSize(steps);
    }

    @Test
    void shellExamplesRun() throws Exception {
        assumeTrue(isAvailable("curl", "--version"));

        assertThat(run("bash", "-euo", "pipefail", "-c", program(Guide.GETTING_STARTED, "bash")))
                .contains(
                        "\"name\":\"demo\"",
                        "100 people from 0",
                        "0 people from 300",
                        "204",
                        "Idempotency-Replayed: true")
                .containsIgnoringCase("Cache-Status: leeloo-gateway; fwd=request; stored")
                .contains("/problems/not-found", "remedy");
        assertThat(run("bash", "-euo", "pipefail", "-c", program(Guide.PAGING, "bash")))
                .contains("people.addTag");
    }

    @Test
    void javaExamplesRun() throws Exception {
        assertThat(runJava(Guide.GETTING_STARTED))
                .contains(
                        "demo",
                        "300 people",
                        "204 true",
                        "0 leeloo-gateway; fwd=request; stored",
                        "/problems/not-found false");
        assertThat(runJava(Guide.PAGING)).contains("people.addTag");
    }

    @Test
    void typeScriptExamplesRun() throws Exception {
        assumeTrue(isAvailable("node", "--version"));
        assumeTrue(
                Files.exists(COMPILER),
                "no TypeScript compiler: npm install --prefix target/npm typescript @types/node");

        assertThat(runTypeScript(Guide.GETTING_STARTED))
                .contains("demo [", "300 people", "204 ", " true", "/problems/not-found false", "Anna Kovalenko");
        assertThat(runTypeScript(Guide.PAGING)).contains("people.addTag applied");
    }

    private String program(Guide guide, String language) {
        return Snippets.of(guide, language).program(address);
    }

    private String runTypeScript(Guide guide) throws Exception {
        var source = Files.writeString(folder.resolve(guide.slug() + ".mts"), program(guide, "ts"));
        run(
                "node",
                COMPILER.toString(),
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "--skipLibCheck",
                "--typeRoots",
                "target/npm/node_modules/@types",
                "--types",
                "node",
                "--outDir",
                folder.toString(),
                source.toString());
        return run("node", folder.resolve(guide.slug() + ".mjs").toString());
    }

    /** The statements of the guide as the main method of a class. */
    private String runJava(Guide guide) throws Exception {
        var imports = program(guide, "java")
                .lines()
                .filter(line -> line.startsWith("import "))
                .distinct();
        var statements = program(guide, "java").lines().filter(line -> !line.startsWith("import "));
        var source = Files.writeString(
                folder.resolve("Guide.java"),
                "%s\npublic class Guide { public static void main(String[] a) throws Exception {\n%s\n} }"
                        .formatted(
                                imports.collect(Collectors.joining("\n")),
                                statements.collect(Collectors.joining("\n"))));
        var messages = new ByteArrayOutputStream();
        var status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        messages,
                        messages,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return output(() -> {
            try (var classes = new URLClassLoader(
                    new java.net.URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
                classes.loadClass("Guide").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }
            return null;
        });
    }

    private static String output(java.util.concurrent.Callable<Void> program) throws Exception {
        var original = System.out;
        var printed = new ByteArrayOutputStream();
        try (var capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            program.call();
        } finally {
            System.setOut(original);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static boolean isAvailable(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
