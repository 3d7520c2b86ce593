package io.leeloogateway.audit.store;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores random pseudonyms of phones and e-mails. Only a keyed hash links them, and only until the person is erased. */
@Component
public class PseudonymRepository {

    private static final int BYTES = 12;

    private final KeyedHash hashes;
    private final SecureRandom random;

    PseudonymRepository(Pepper pepper, SecureRandom random) {
        this.hashes = pepper.hashFor("audit pseudonyms");
        this.random = random;
    }

    /** Returns the pseudonyms of the contacts and creates missing ones. Rows are locked in the order of their hashes, which prevents deadlocks. */
    public Map<String, String> findOrCreate(
            Collection<String> contacts, @Nullable String personId, JdbcClient database) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        var byHash = new TreeMap<String, String>();
        contacts.forEach(contact -> byHash.put(hex(hashes.hash(bytes(contact))), contact));
        database.sql("""
                        insert into audit_pseudonyms as known (pseudonym, hash, person_id)
                        select pseudonym, decode(hash, 'hex'), :person from unnest(:pseudonyms, :hashes) as new (pseudonym, hash)
                        on conflict (hash) do update set person_id = excluded.person_id
                            where known.person_id is null and excluded.person_id is not null""")
                .param("person", personId)
                .param("pseudonyms", byHash.keySet().stream().map(_ -> random()).toArray(String[]::new))
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .update();
        var pseudonyms = new HashMap<String, String>();
        database.sql("""
                        select encode(hash, 'hex') as hash, pseudonym from audit_pseudonyms
                        where hash in (select decode(hash, 'hex') from unnest(:hashes) as wanted (hash))""")
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .query(row -> {
                    pseudonyms.put(String.valueOf(byHash.get(row.getString("hash"))), row.getString("pseudonym"));
                });
        return pseudonyms;
    }

    /** Finds the pseudonyms of a contact under every pepper; none if the contact is unknown or erased. */
    public List<String> find(String contact, JdbcClient database) {
        return database.sql("select pseudonym from audit_pseudonyms where hash in (:hashes)")
                .param("hashes", hashes.hashWithEachKey(bytes(contact)))
                .query((row, _) -> row.getString("pseudonym"))
                .list();
    }

    /** Assigns pseudonyms to a person. */
    void assign(String personId, List<String> pseudonyms, JdbcClient database) {
        database.sql("""
                        with owned as (select pseudonym from audit_pseudonyms where pseudonym in (:pseudonyms) order by hash for update)
                        update audit_pseudonyms set person_id = :person
                        where pseudonym in (select pseudonym from owned) and person_id is null""")
                .param("person", personId)
                .param("pseudonyms", pseudonyms)
                .update();
    }

    /** Finds the pseudonyms of the person, of the contacts, and of changes to the targets, except the numbers of the company in recorded calls. */
    public List<String> find(
            String personId,
            Collection<String> targetIds,
            Collection<String> contacts,
            int limit,
            JdbcClient database) {
        var known = contacts.stream().flatMap(contact -> hashes.hashWithEachKey(bytes(contact)).stream());
        return database.sql("""
                        select pseudonym from audit_pseudonyms where person_id = :person
                        union select pseudonym from audit_pseudonyms
                            where hash in (select decode(hash, 'hex') from unnest(:hashes) as wanted (hash))
                        union select pseudonym from audit_pseudonym_links where target_id = any (:targets)
                        limit :limit""")
                .param("person", personId)
                .param("hashes", known.map(PseudonymRepository::hex).toArray(String[]::new))
                .param("targets", targetIds.toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> row.getString("pseudonym"))
                .list();
    }

    /** Deletes pseudonyms for good, and what links them with targets. */
    public void erase(Collection<String> erased, JdbcClient database) {
        var names = erased.toArray(String[]::new);
        database.sql("""
                        with owned as (select pseudonym from audit_pseudonyms where pseudonym = any (:pseudonyms) order by hash for update)
                        delete from audit_pseudonyms where pseudonym in (select pseudonym from owned)""").param("pseudonyms", names).update();
        database.sql("delete from audit_pseudonym_links where pseudonym = any (:pseudonyms)")
                .param("pseudonyms", names)
                .update();
    }

    private String random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return hex(bytes);
    }

    private static byte[] bytes(String contact) {
        return contact.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
