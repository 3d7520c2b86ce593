package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The newest seal, as GET /audit-entries/latest-seal shows it. */
@GatewayTest
class LatestSealIntegrationTests {

    private static final String SEAL = "/api/v1/audit-entries/latest-seal";

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

    @Value("${server.port}")
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    private Tampering superuser;
    private SealedAuditLog sealed;
    private GatewayClient demo;

    @BeforeEach
    void begin() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
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
    void newestSealIsShownWithTheNumberOfEventsItCovers() {
        sealed.write(3, Instant.now().minusSeconds(60));
        sealed.seal();

        var seal = demo.get(SEAL).json();

        assertThat(seal.path("number").asLong()).isPositive();
        assertThat(seal.path("events").asLong()).isEqualTo(3);
        assertThat(seal.path("lastEvent").asLong()).isEqualTo(3);
        assertThat(seal.path("fingerprint").asString()).matches("[0-9a-f]{12}");
    }

    @Test
    void auditLogWithoutASealSaysSo() {
        var response = demo.get(SEAL);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.json().path("detail").asString()).isEqualTo("the audit log has no seal yet");
    }
}
