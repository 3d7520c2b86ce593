package io.leeloogateway.audit.store;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AuditTest
class PseudonymRepositoryIntegrationTests {

    private static final Secret OLD = new Secret("an-older-pepper-of-no-worth-0123456789");
    private static final Secret NEW = new Secret("a-newer-pepper-of-no-worth-0123456789");

    @Autowired
    JdbcClient database;

    @Autowired
    PseudonymRepository pseudonyms;

    @Autowired
    SecureRandom random;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String one = ContactNormalizer.phone("+12025550170");
    private final String other = ContactNormalizer.email(UUID.randomUUID() + "@example.org");

    @BeforeEach
    void eraseAll() {
        new GatewayClient(address, key).reset();
        database.sql("truncate audit_pseudonyms").update();
    }

    @Test
    void pseudonymOfAnOlderPepperIsFoundAndErased() {
        var before = new PseudonymRepository(Pepper.of(OLD), random).findOrCreate(List.of(one), null, database);
        var now = new PseudonymRepository(Pepper.of(NEW, OLD), random);
        var since = now.findOrCreate(List.of(one), null, database);

        assertThat(now.find(one, database)).containsExactlyInAnyOrder(before.get(one), since.get(one));

        now.erase(now.find(ANNA, List.of(), List.of(one), 10, database), database);
        assertThat(now.find(one, database)).isEmpty();
    }

    @Test
    void changesWithTheSameContactsInOppositeOrderDoNotDeadlock() {
        var first = inOrder().getFirst();
        pseudonyms.findOrCreate(List.of(one, other), null, database);

        var both = inTransaction(() -> {
            pseudonyms.findOrCreate(List.of(first), null, database);
            var there = meanwhile(() -> pseudonyms.findOrCreate(List.of(one, other), null, database));
            var back = meanwhile(() -> pseudonyms.findOrCreate(List.of(other, one), null, database));
            awaitWaiting(2);
            return List.of(there, back);
        });

        assertThat(both.getFirst().join()).isEqualTo(both.getLast().join()).hasSize(2);
    }

    /** The last contact is written first, so that only the order of hashes makes it the last to be locked. */
    @Test
    void pseudonymsAreAssignedInTheSameOrder() {
        var ordered = inOrder();
        pseudonyms.findOrCreate(List.of(ordered.getLast()), null, database);
        var names = pseudonyms.findOrCreate(ordered, null, database);

        var both = inTransaction(() -> {
            pseudonyms.findOrCreate(List.of(ordered.getLast()), null, database);
            var belonging = meanwhile(() -> {
                pseudonyms.assign(ANNA, List.copyOf(names.values()), database);
                return names;
            });
            awaitWaiting(1);
            var naming = meanwhile(() -> pseudonyms.findOrCreate(ordered, ANNA, database));
            awaitWaiting(2);
            return List.of(belonging, naming);
        });

        assertThat(both.getFirst().join()).isEqualTo(both.getLast().join()).hasSize(2);
    }

    /** A change locks its pseudonyms before cache generations. */
    @Test
    void erasingLocksInTheSameOrderAsChanges() {
        pseudonyms.findOrCreate(List.of(one), ANNA, database);
        var admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);

        var erasing = inTransaction(() -> {
            pseudonyms.findOrCreate(List.of(one), ANNA, database);
            var erased = meanwhile(() -> admin.send("DELETE", GatewayClient.PERSON + "/personal-data", ""));
            awaitWaiting(1);
            database.sql("""
                            insert into cache_generations values ('PEOPLE_LIST', nextval('cache_generation'))
                            on conflict (scope) do update set generation = excluded.generation""").update();
            return erased;
        });

        assertThat(erasing.join().status()).isEqualTo(204);
        assertThat(pseudonyms.find(one, database)).isEmpty();
    }

    /** Runs on its own thread, because the common pool can have only one. */
    private static <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    }

    /** Not pg_stat_activity, whose content is constant within a transaction. */
    private void awaitWaiting(int backends) {
        await().until(() -> database.sql("select count(distinct pid) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                >= backends);
    }

    /** The contacts in the order of their hashes. */
    private List<String> inOrder() {
        pseudonyms.findOrCreate(List.of(one, other), null, database);
        var byHash = new TreeMap<String, String>();
        for (var contact : List.of(one, other)) {
            byHash.put(
                    database.sql("select encode(hash, 'hex') from audit_pseudonyms where pseudonym = ?")
                            .param(pseudonyms.find(contact, database).getFirst())
                            .query(String.class)
                            .single(),
                    contact);
        }
        database.sql("truncate audit_pseudonyms").update();
        return List.copyOf(byHash.values());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> work.get()));
    }
}
