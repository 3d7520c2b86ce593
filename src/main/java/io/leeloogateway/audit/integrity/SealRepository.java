package io.leeloogateway.audit.integrity;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores seals. */
@Repository
public class SealRepository {

    private static final String SELECT = """
            select number, cluster, month, xid_from::text, xid_to::text, first_number, events, first_id::text, last_id::text, encode(digest, 'hex') as digest, encode(hmac, 'hex') as hmac, sealed_at
            from audit_seals""";

    /** The key of an advisory lock that no other code uses. */
    private static final long LOCK = 4_711_006;

    private final JdbcClient database;

    SealRepository(JdbcClient database) {
        this.database = database;
    }

    /** Locks sealing until the end of the transaction. */
    boolean tryLock() {
        return database.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    Optional<Seal> newest() {
        return database.sql(SELECT + " order by number desc limit 1")
                .query(Seal::of)
                .optional();
    }

    /** The end of the sealed transactions of a cluster. */
    String end(long cluster) {
        return database.sql(
                        "select coalesce((select xid_to::text from audit_seals where cluster = :cluster order by number desc limit 1), '0')")
                .param("cluster", cluster)
                .query(String.class)
                .single();
    }

    Optional<Seal> at(long number) {
        return database.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(Seal::of)
                .optional();
    }

    /** Seals in a range of numbers, a batch at a time. */
    List<Seal> after(long number, long last, int batch) {
        return database.sql(SELECT + " where number > :number and number <= :last order by number limit :batch")
                .param("number", number)
                .param("last", last)
                .param("batch", batch)
                .query(Seal::of)
                .list();
    }

    void add(Seal seal) {
        database.sql("""
                        insert into audit_seals (number, cluster, month, xid_from, xid_to, first_number, events, first_id, last_id, digest, hmac, sealed_at)
                        values (:number, :cluster, :month, :from::text::xid8, :to::text::xid8, :firstNumber, :events, :firstId::uuid, :lastId::uuid,
                            decode(:digest, 'hex'), decode(:hmac, 'hex'), :at)""")
                .param("number", seal.number())
                .param("cluster", seal.span().cluster())
                .param("month", seal.span().month())
                .param("from", seal.span().xidFrom())
                .param("to", seal.span().xidTo())
                .param("firstNumber", seal.firstNumber())
                .param("events", seal.content().events())
                .param("firstId", seal.content().firstId())
                .param("lastId", seal.content().lastId())
                .param("digest", seal.content().digest())
                .param("hmac", seal.hmac())
                .param("at", Timestamp.from(seal.sealedAt()))
                .update();
    }
}
