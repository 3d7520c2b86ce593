package io.leeloogateway.audit;

import io.leeloogateway.fixtures.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the audit log over HTTP with its own database, because it tampers with the tables. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(properties = "test.database=audit")
public @interface AuditTest {}
