package io.leeloogateway.audit.integrity;

import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the diary as it is at one moment, once at a time. */
@Component
public class Verifier {

    private final Semaphore turn = new Semaphore(1);
    private final JdbcClient database;
    private final Verification inspection;
    private final TransactionTemplate snapshot;

    Verifier(JdbcClient database, Verification inspection, PlatformTransactionManager transactions) {
        this.database = database;
        this.inspection = inspection;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The segments with events of that time as a whole, and what no seal covers. */
    public VerificationView verify(VerificationFilter asked) {
        if (!turn.tryAcquire()) {
            throw new VerificationInProgress();
        }
        try {
            return snapshot.execute(_ -> {
                keepMonths();
                return inspection.look(asked);
            });
        } finally {
            turn.release();
        }
    }

    /** From before the snapshot is taken until it is given back none is dropped. */
    private void keepMonths() {
        database.sql("lock table audit_events in access share mode").update();
    }
}
