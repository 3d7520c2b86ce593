package io.leeloogateway.operations;

import io.leeloogateway.audit.PersonPseudonyms;
import io.leeloogateway.cache.CacheEraser;
import io.leeloogateway.cache.PersonLinks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what the gateway keeps of a person: copies, what changes said and were answered, and whom pseudonyms stand for. */
@Component
public class PersonErasure {

    private final CacheEraser copies;
    private final OperationEraser rows;
    private final PersonPseudonyms pseudonyms;

    PersonErasure(CacheEraser copies, OperationEraser rows, PersonPseudonyms pseudonyms) {
        this.copies = copies;
        this.rows = rows;
        this.pseudonyms = pseudonyms;
    }

    /**
     * With what copies and the ledger know besides. Locks in the order in which changes do: rows, generations, pseudonyms.
     *
     * @param asked what is known to hang on the person
     * @param phones the person's, in any spelling
     * @param emails the person's, in any spelling
     */
    @Transactional
    public void erase(PersonLinks asked, List<String> phones, List<String> emails) {
        var ties = rows.tiesOf(copies.lockAndFindLinks(asked.personId()).and(asked));
        copies.delete(ties);
        rows.forget(ties.ids(), phones, emails);
        copies.invalidate(ties);
        pseudonyms.erase(ties.personId(), ties.ids(), phones, emails);
    }
}
