package io.leeloogateway.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Runs a test against a standalone sandbox on its own port, reset before each test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = StandaloneSandbox.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=sandbox-alone")
@ActiveProfiles("sandbox")
@ExtendWith(ResetBeforeEach.class)
public @interface SandboxTest {}
