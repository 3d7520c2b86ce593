package io.leeloogateway.audit;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the diary forget whom a pseudonym stands for; entries stay as they are. */
@Component
public class Traces {

    private final Pseudonyms pseudonyms;
    private final JdbcClient database;

    Traces(Pseudonyms pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    /** In the transaction of the caller; those that were noted with the person, and those of these phones and e-mails. */
    public void erase(String personId, List<String> phones, List<String> emails) {
        var contacts = Stream.concat(
                phones.stream().map(Contacts::phone), emails.stream().map(Contacts::email));
        pseudonyms.forget(personId, contacts.toList(), database);
    }
}
