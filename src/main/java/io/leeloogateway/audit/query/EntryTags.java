package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.ContactNormalizer;
import io.leeloogateway.audit.store.PseudonymRepository;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an entry must be about, each of them in one of several ways. */
@Component
class EntryTags {

    private final PseudonymRepository pseudonyms;
    private final JdbcClient database;

    EntryTags(PseudonymRepository pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    List<String[]> of(EntryFilter filter) {
        var marks = new ArrayList<String[]>();
        if (filter.target() != null) {
            marks.add(new String[] {AuditTargets.target(filter.target())});
        }
        if (filter.person() != null) {
            marks.add(new String[] {AuditTargets.person(filter.person()), AuditTargets.target(filter.person())});
        }
        if (filter.phone() != null) {
            marks.add(names(ContactNormalizer.phone(filter.phone())));
        }
        if (filter.email() != null) {
            marks.add(names(ContactNormalizer.email(filter.email())));
        }
        return marks;
    }

    private String[] names(String contact) {
        return pseudonyms.find(contact, database).stream()
                .map(AuditTargets::pseudonym)
                .toArray(String[]::new);
    }
}
