package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.ContactNormalizer;
import io.leeloogateway.audit.store.PseudonymRepository;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Translates a filter into groups of tags; an entry must have one tag of each group. */
@Component
class EntryTags {

    private final PseudonymRepository pseudonyms;
    private final JdbcClient database;

    EntryTags(PseudonymRepository pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    List<String[]> of(EntryFilter filter) {
        var tags = new ArrayList<String[]>();
        if (filter.target() != null) {
            tags.add(new String[] {AuditTargets.targetTag(filter.target())});
        }
        if (filter.person() != null) {
            tags.add(new String[] {AuditTargets.personTag(filter.person()), AuditTargets.targetTag(filter.person())});
        }
        if (filter.phone() != null) {
            tags.add(pseudonymTags(ContactNormalizer.phone(filter.phone())));
        }
        if (filter.email() != null) {
            tags.add(pseudonymTags(ContactNormalizer.email(filter.email())));
        }
        return tags;
    }

    private String[] pseudonymTags(String contact) {
        return pseudonyms.find(contact, database).stream()
                .map(AuditTargets::pseudonymTag)
                .toArray(String[]::new);
    }
}
