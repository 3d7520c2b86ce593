package io.leeloogateway.audit;

import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.ContactNormalizer;
import io.leeloogateway.audit.store.PseudonymRepository;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the diary forget whom a pseudonym stands for; entries stay as they are. */
@Component
public class PersonPseudonyms {

    private final PseudonymRepository pseudonyms;
    private final JdbcClient database;

    PersonPseudonyms(PseudonymRepository pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    /**
     * In the transaction of the caller: those that were noted with the person, with changes of what hangs on it, and of these phones and
     * e-mails, whomever else they belong to.
     *
     * @param targetIds the person's id and those of its channels and orders
     */
    public void erase(String personId, Collection<String> targetIds, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                phones.stream().map(ContactNormalizer::phone), emails.stream().map(ContactNormalizer::email));
        var targets = targetIds.stream().map(AuditTargets::target).toList();
        pseudonyms.forget(personId, targets, contacts.toList(), database);
    }
}
