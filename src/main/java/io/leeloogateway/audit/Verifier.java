package io.leeloogateway.audit;

import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the diary as it is at one moment, once at a time. */
@Component
class Verifier {

    private final Semaphore turn = new Semaphore(1);
    private final JdbcClient database;
    private final Inspection inspection;
    private final TransactionTemplate snapshot;

    Verifier(JdbcClient database, Inspection inspection, PlatformTransactionManager transactions) {
        this.database = database;
        this.inspection = inspection;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The segments with events of that time as a whole, and what no seal covers. */
    VerificationView verify(VerificationFilter asked) {
        if (!turn.tryAcquire()) {
            throw new VerificationUnderWay();
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
