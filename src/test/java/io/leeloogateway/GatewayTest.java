package io.leeloogateway;

import io.leeloogateway.leeloo.OpenThrottle;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole gateway in profile sandbox, over HTTP; all of them share one context and one database.
 * Jobs do not run: contexts share the database but not the Leeloo that the reconciler would ask.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.access.bootstrap-admin-key=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
            "gateway.sandbox.requests-per-minute=0",
            "db-scheduler.enabled=false"
        })
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = {TestDatabase.class, FreePorts.class})
@AutoConfigureRestTestClient
@TestExecutionListeners(
        listeners = {FreshCopies.class, OpenThrottle.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface GatewayTest {

    /** Opens the admin routes of the gateway under test. */
    String BOOTSTRAP_ADMIN_KEY = "of-no-worth-for-tests-only-0123456789";
}
