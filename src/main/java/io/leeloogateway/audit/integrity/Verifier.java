package io.leeloogateway.audit.integrity;

import io.leeloogateway.bulkhead.SlowQueries;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies one snapshot of the audit log, one verification at a time. */
@Component
public class Verifier {

    private final Semaphore permit = new Semaphore(1);
    private final JdbcClient database;
    private final Verification verification;
    private final SlowQueries slowQueries;
    private final TransactionTemplate snapshot;

    Verifier(
            JdbcClient database,
            Verification verification,
            SlowQueries slowQueries,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.verification = verification;
        this.slowQueries = slowQueries;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Verifies the whole segments of the time range and the events without a seal. */
    public VerificationView verify(VerificationFilter filter) {
        if (!permit.tryAcquire()) {
            throw new VerificationInProgress();
        }
        try {
            return slowQueries.run(() -> verifySnapshot(filter));
        } finally {
            permit.release();
        }
    }

    private VerificationView verifySnapshot(VerificationFilter filter) {
        return snapshot.execute(_ -> {
            lockPartitions();
            return verification.run(filter);
        });
    }

    /** Prevents the drop of a partition until the snapshot is released. */
    private void lockPartitions() {
        database.sql("lock table audit_events in access share mode").update();
    }
}
