package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Runs may take hours, and each occupies a thread of the jobs. */
@GatewayTest
class SyncJobsIntegrationTests {

    @Test
    void runsOfAllKindsLeaveThreadsToOtherJobs(@Value("${db-scheduler.threads}") int threads) {
        assertThat(threads).isGreaterThanOrEqualTo(SyncKind.values().length + 3);
    }
}
