package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.stream.Stream;
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
        cache.noteOtherSource();
        var found = search.find(lookup.toSearch(), MAX_PEOPLE);
        var known = found.stream().filter(this::isUsable).toList();
        var isComplete = !known.isEmpty() && known.size() == found.size();
        return new Items<>(
                isComplete && !changes.mayHaveGiven(lookup.phone(), lookup.email())
                        ? serve(known)
                        : findAtLeeloo(lookup, known));
    }

    /** With the known people: Leeloo finds only the very spelling. */
    private List<PersonRowView> findAtLeeloo(PersonLookup lookup, List<CachedPersonRow> known) {
        var found = people.listCurrent(lookup.toFilter(), new OffsetPageRequest(MAX_PEOPLE, 0))
                .items();
        var ids = found.stream().map(PersonRowView::id).toList();
        var others = known.stream()
                .filter(person -> !ids.contains(person.row().id()))
                .toList();
        return others.isEmpty()
                ? found
                : Stream.concat(found.stream(), serve(others).stream()).toList();
    }

    /** Not if the person was changed since the gateway read it, or is too old for the caller. */
    private boolean isUsable(CachedPersonRow person) {
        return person.isCurrent() && cache.acceptsRow(person.fetchedAt());
    }

    private List<PersonRowView> serve(List<CachedPersonRow> found) {
        cache.serveRows(ResourceType.PERSON, PeopleSearch.oldest(found));
        return search.views(found);
    }
}
