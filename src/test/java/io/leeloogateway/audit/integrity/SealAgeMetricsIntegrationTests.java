package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The metrics show the oldest unsealed event, whatever its clock. */
@AuditTest
class SealAgeMetricsIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    AuditWriter writer;

    @Autowired
    AuditEventRepository events;

    @Autowired
    Verifier verifier;

    @Autowired
    SealAgeMetrics age;

    @Autowired
    MeterRegistry metrics;

    private Tampering superuser;
    private SealedAuditLog sealed;

    @BeforeEach
    void begin() {
        superuser = new Tampering(database, transactions);
        sealed = new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
    }

    @AfterEach
    void erase() {
        superuser.eraseAll();
    }

    @Test
    void futureEventDoesNotHideAnUnsealedEvent() {
        sealed.write(1, Instant.now().plus(Duration.ofDays(1)));
        sealed.seal();
        assertThat(lag()).isZero();

        sealed.write(1, Instant.now().minusSeconds(300));
        assertThat(lag()).isBetween(300.0, 400.0);

        sealed.seal();
        assertThat(lag()).isZero();
    }

    @Test
    void lateEventIsNotUnsealed() {
        sealed.write(1, Instant.now().minusSeconds(60));
        sealed.seal();
        sealed.write(1, Instant.now().minusSeconds(3600));
        sealed.seal();

        assertThat(lag()).isZero();
    }

    private double lag() {
        age.refresh();
        return metrics.get("gateway.audit.seal.lag").timeGauge().value(TimeUnit.SECONDS);
    }
}
