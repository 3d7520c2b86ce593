package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds the people with a phone number or an e-mail address in the cache and, if it knows none, at Leeloo. */
@Service
class PeopleLookup {

    private static final int MAX_PEOPLE = 100;

    private final PeopleSearch search;
    private final People people;
    private final LeelooCache cache;
    private final ContactChanges changes;

    PeopleLookup(PeopleSearch search, People people, LeelooCache cache, ContactChanges changes) {
        this.search = search;
        this.people = people;
        this.cache = cache;
        this.changes = changes;
    }

    Items<PersonRowView> find(PersonLookup lookup) {
        return findInCache(lookup)
                .orElseGet(() -> new Items<>(people.list(lookup.toFilter(), new OffsetPageRequest(MAX_PEOPLE, 0))
                        .items()));
    }

    /**
     * Empty also if one of the people was changed since the gateway read it, or is too old for the caller, or if a change may have given the
     * phone number or the e-mail address to another person.
     */
    private Optional<Items<PersonRowView>> findInCache(PersonLookup lookup) {
        var found = search.find(lookup.toSearch(), MAX_PEOPLE);
        var isUsable = !found.isEmpty()
                && found.stream().allMatch(this::isUsable)
                && !changes.mayHaveGiven(lookup.phone(), lookup.email());
        return isUsable ? Optional.of(new Items<>(serve(found))) : Optional.empty();
    }

    private boolean isUsable(CachedPersonRow person) {
        return person.isCurrent() && person.isChatCurrent() && cache.acceptsRow(person.fetchedAt());
    }

    private List<PersonRowView> serve(List<CachedPersonRow> found) {
        cache.serveRows(ResourceType.PERSON, PeopleSearch.oldest(found));
        return search.views(found);
    }
}
