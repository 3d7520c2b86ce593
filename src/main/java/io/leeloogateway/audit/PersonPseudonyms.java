package io.leeloogateway.audit;

import io.leeloogateway.audit.capture.AuditTargets;
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

    private final PseudonymRepository pseudonyms;
    private final JdbcClient database;

    PersonPseudonyms(PseudonymRepository pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    /**
     * Deletes the pseudonyms of the person, of changes to its channels and orders, and of the given phones and e-mails, even if they also
     * belong to another person. Runs in the transaction of the caller.
     *
     * @param targetIds the id of the person and the ids of its channels and orders
     */
    public void erase(String personId, Collection<String> targetIds, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                phones.stream().map(ContactNormalizer::phone), emails.stream().map(ContactNormalizer::email));
        var targets = targetIds.stream().map(AuditTargets::targetTag).toList();
        pseudonyms.erase(personId, targets, contacts.toList(), database);
    }
}
