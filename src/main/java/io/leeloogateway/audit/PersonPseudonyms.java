package io.leeloogateway.audit;

import io.leeloogateway.audit.store.ContactNormalizer;
import io.leeloogateway.audit.store.PseudonymRepository;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases the link between a person and its pseudonyms. Audit events stay as they are. */
@Component
public class PersonPseudonyms {

    /** Few enough that a change hardly waits for their locks. */
    private static final int PORTION = 2000;

    private final PseudonymRepository pseudonyms;
    private final JdbcClient database;

    PersonPseudonyms(PseudonymRepository pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    /**
     * Deletes some pseudonyms of the person, of changes to its channels and orders, and of the given phones and e-mails, even if they also
     * belong to another person.
     *
     * @param targetIds the id of the person and the ids of its channels and orders
     * @return whether there may be more
     */
    public boolean eraseSome(String personId, Collection<String> targetIds, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                phones.stream().map(ContactNormalizer::phone), emails.stream().map(ContactNormalizer::email));
        var found = pseudonyms.find(personId, targetIds, contacts.toList(), PORTION, database);
        pseudonyms.erase(found, database);
        return found.size() == PORTION;
    }
}
