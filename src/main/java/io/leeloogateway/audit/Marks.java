package io.leeloogateway.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an entry must be about, each of them in one of several ways. */
@Component
class Marks {

    private final Pseudonyms pseudonyms;
    private final JdbcClient database;

    Marks(Pseudonyms pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    List<String[]> of(EntryFilter filter) {
        var marks = new ArrayList<String[]>();
        if (filter.target() != null) {
            marks.add(new String[] {Targets.target(filter.target())});
        }
        if (filter.person() != null) {
            marks.add(new String[] {Targets.person(filter.person()), Targets.target(filter.person())});
        }
        if (filter.phone() != null) {
            marks.add(names(Contacts.phone(filter.phone())));
        }
        if (filter.email() != null) {
            marks.add(names(Contacts.email(filter.email())));
        }
        return marks;
    }

    private String[] names(String contact) {
        return pseudonyms.find(contact, database).stream()
                .map(Targets::pseudonym)
                .toArray(String[]::new);
    }
}
