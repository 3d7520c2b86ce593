package io.leeloogateway.operations;

import io.leeloogateway.fixtures.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of the ledger over HTTP; the database is its own, so that no other context looks for what became of its changes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(properties = {"test.database=operations", "gateway.operations.reconciliations-per-minute=1"})
public @interface OperationsTest {}
