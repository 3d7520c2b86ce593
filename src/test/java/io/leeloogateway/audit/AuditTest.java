package io.leeloogateway.audit;

import io.leeloogateway.fixtures.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the diary over HTTP; the database is its own, so that nobody else writes into what is tampered with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(properties = "test.database=audit")
public @interface AuditTest {}
