package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.MemoryLedgerStore;
import io.leeloogateway.request.ClientTags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A quota without a database and without other replicas. */
public final class StandaloneQuota implements AutoCloseable {

    private final Quota quota = new Quota(
            new QuotaProperties(600_000, 1_000, 1_000, 1_000),
            new CallConnections(1_000, 1_000),
            new MemoryLedgerStore(System::nanoTime),
            new QuotaMetrics(new SimpleMeterRegistry(), new ClientTags(), new CallCounter()));

    public StandaloneQuota() {
        quota.reporter().start();
    }

    public Quota get() {
        return quota;
    }

    @Override
    public void close() {
        quota.reporter().stop();
    }
}
