package io.leeloogateway.operations;

import io.leeloogateway.fixtures.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of operations over HTTP. The database is its own, so that no other context reconciles its operations. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(properties = {"test.database=operations", "gateway.operations.reconciliations-per-minute=1"})
public @interface OperationsTest {}
