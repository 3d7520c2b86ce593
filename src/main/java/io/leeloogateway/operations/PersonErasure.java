package io.leeloogateway.operations;

import io.leeloogateway.audit.PersonPseudonyms;
import io.leeloogateway.cache.CacheEraser;
import io.leeloogateway.cache.PersonLinks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a person's data from the gateway: cache entries, requests and responses of changes, and pseudonyms. */
@Component
public class PersonErasure {

    private final CacheEraser cache;
    private final OperationEraser operations;
    private final PersonPseudonyms pseudonyms;

    PersonErasure(CacheEraser cache, OperationEraser operations, PersonPseudonyms pseudonyms) {
        this.cache = cache;
        this.operations = operations;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Also erases channels and orders that only the cache or operations know. Locks in the same order as changes do: operations, cache
     * generations, pseudonyms.
     *
     * @param requested the known channels and orders of the person
     * @param phones the person's phones, in any spelling
     * @param emails the person's e-mails, in any spelling
     */
    @Transactional
    public void erase(PersonLinks requested, List<String> phones, List<String> emails) {
        var links =
                operations.addLinks(cache.lockAndFindLinks(requested.personId()).and(requested));
        cache.delete(links);
        operations.erase(links.ids(), phones, emails);
        cache.invalidate(links);
        pseudonyms.erase(links.personId(), links.ids(), phones, emails);
    }
}
