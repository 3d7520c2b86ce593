package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of the same row wait for each other; a session waits a second for a lock. */
@GatewayTest
class ClientLocksIntegrationTests {

    private static final ApiKeyForm NEW_KEY = new ApiKeyForm("first", null);
    private static final ApiKeyChangeForm NEW_LABEL = new ApiKeyChangeForm("second", null);

    @Autowired
    ClientService clients;

    @Autowired
    ApiKeyService keys;

    @Autowired
    ClientRepository clientRows;

    @Autowired
    ClientKeyRepository keyRows;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    String client;
    String key;

    @BeforeEach
    void createClientWithKey() {
        client = clients.createClient(new ClientForm(
                        "test-" + UUID.randomUUID(), "team", "tests", List.of("admin"), null, null, null))
                .id();
        key = keys.createKey(client, NEW_KEY).stored().id();
    }

    @Test
    void changeOfALockedClientWaits() {
        transactions.executeWithoutResult(_ -> {
            assertThat(clientRows.findForUpdate(client)).isPresent();

            assertWaits(() -> elsewhere(() -> clients.changeClient(client, owner("other"))));
            assertWaits(() -> elsewhere(() -> clients.deleteClient(client)));
        });

        clients.changeClient(client, owner("other"));
        assertThat(clients.findClient(client).owner()).isEqualTo("other");
    }

    @Test
    void keyOfALockedClientCanBeCreated() {
        transactions.executeWithoutResult(_ -> {
            assertThat(clientRows.findForUpdate(client)).isPresent();

            elsewhere(() -> keys.createKey(client, NEW_KEY));
        });

        assertThat(database.sql("select count(*) from client_keys where client_id = ?")
                        .param(client)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void changeOfALockedKeyWaits() {
        transactions.executeWithoutResult(_ -> {
            assertThat(keyRows.findForUpdate(key, client)).isPresent();

            assertWaits(() -> elsewhere(() -> keys.changeKey(client, key, NEW_LABEL)));
            assertWaits(() -> elsewhere(() -> keys.revokeKey(client, key)));
        });

        assertThat(keys.changeKey(client, key, NEW_LABEL).label()).isEqualTo("second");
    }

    @Test
    void changeOfAKeyKeepsItsLastUse() {
        var used = Instant.parse("2026-11-23T08:15:30.123456Z");
        transactions.executeWithoutResult(_ -> {
            var read = keyRows.findForUpdate(key, client).orElseThrow();
            database.sql("update client_keys set last_used_at = '2026-11-23T08:15:30.123456Z' where id = ?")
                    .param(key)
                    .update();

            keyRows.update(read);
        });

        assertThat(keyRows.findWithClient(key).orElseThrow().key().lastUsedAt()).isEqualTo(used);
    }

    @Test
    void rowsAreReadAsTheyWereWritten() {
        var written = keys.createKey(client, NEW_KEY).stored();

        var read = keyRows.findWithClient(written.id()).orElseThrow();

        assertThat(read.key()).usingRecursiveComparison().isEqualTo(written);
        assertThat(read.client()).usingRecursiveComparison().isEqualTo(clients.findClient(client));
    }

    @Test
    void failedChangeIsUndone() {
        var other = clients.findClient(client).name();
        var second = clients.createClient(
                new ClientForm("test-" + UUID.randomUUID(), "team", "tests", List.of("admin"), null, null, null));

        assertThatThrownBy(() -> clients.changeClient(
                        second.id(), new ClientChangeForm(other, "other", null, null, null, null, null, null)))
                .isInstanceOf(ClientNameConflict.class);

        assertThat(clients.findClient(second.id())).usingRecursiveComparison().isEqualTo(second);
    }

    private static ClientChangeForm owner(String owner) {
        return new ClientChangeForm(null, owner, null, null, null, null, null, null);
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static void assertWaits(ThrowingCallable change) {
        assertThat(catchThrowable(change)).matches(DatabaseFailureClassifier::isCauseOf, "waited for the lock");
    }
}
