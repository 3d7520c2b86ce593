package io.leeloogateway.operations;

import io.leeloogateway.audit.PersonPseudonyms;
import io.leeloogateway.cache.CacheEraser;
import io.leeloogateway.cache.Invalidation;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes a person's data from the gateway: cache entries, requests and responses of changes, and pseudonyms. */
@Component
public class PersonErasure {

    /** Few enough rows that a change in flight hardly waits for them. */
    private static final int PORTION = 500;

    /** The time that a portion or the last transaction may need. Each request erases at least one portion. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private final CacheEraser cache;
    private final OperationEraser operations;
    private final PersonPseudonyms pseudonyms;
    private final TransactionOperations transactions;

    PersonErasure(
            CacheEraser cache,
            OperationEraser operations,
            PersonPseudonyms pseudonyms,
            TransactionOperations transactions) {
        this.cache = cache;
        this.operations = operations;
        this.pseudonyms = pseudonyms;
        this.transactions = transactions;
    }

    /**
     * Also erases channels and orders that only the cache or operations know. Most rows are erased in short transactions; the last one
     * blocks all stores and finds little to do.
     *
     * @param requested the known channels and orders of the person
     * @param phones the person's phones, in any spelling
     * @param emails the person's e-mails, in any spelling
     */
    public void erase(PersonLinks requested, List<String> phones, List<String> emails) {
        var contacts = SearchedContacts.of(phones, emails);
        var links = operations.addLinks(cache.findLinks(requested.personId()).and(requested));
        erasePseudonyms(links, phones, emails);
        eraseOperations(links, contacts);
        deleteLists();
        var invalidation = transactions.execute(_ -> eraseRest(links, contacts, phones, emails));
        cache.awaitConfirmation(Objects.requireNonNull(invalidation));
    }

    /** Comes first, because some links are known only from operations that are not erased yet. */
    private void erasePseudonyms(PersonLinks links, List<String> phones, List<String> emails) {
        while (pseudonyms.eraseSome(links.personId(), links.ids(), phones, emails)) {
            if (isLate()) {
                throw ErasureIncomplete.withPseudonymsLeft();
            }
        }
    }

    private void eraseOperations(PersonLinks links, List<String> contacts) {
        var ids = operations.find(links.ids(), contacts);
        for (var from = 0; from < ids.size(); from += PORTION) {
            if (from > 0 && isLate()) {
                throw ErasureIncomplete.withOperationsLeft(ids.size() - from);
            }
            operations.erase(ids.subList(from, Math.min(ids.size(), from + PORTION)));
        }
    }

    private void deleteLists() {
        while (cache.deleteSomeLists()) {
            if (isLate()) {
                throw ErasureIncomplete.withListsLeft(cache.countLists());
            }
        }
    }

    /** Locks in the same order as changes do: operations, pseudonyms, cache generations. */
    private Invalidation eraseRest(PersonLinks known, List<String> contacts, List<String> phones, List<String> emails) {
        var links = operations.addLinks(cache.lockAndFindLinks(known.personId()).and(known));
        cache.delete(links);
        operations.erase(operations.find(links.ids(), contacts));
        if (pseudonyms.eraseSome(links.personId(), links.ids(), phones, emails)) {
            throw ErasureIncomplete.withPseudonymsLeft();
        }
        return cache.invalidate(links);
    }

    private static boolean isLate() {
        return RequestContext.current().deadline().remaining().compareTo(RESERVE) < 0;
    }
}
