package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.search.Found;
import io.leeloogateway.search.SearchPage;
import io.leeloogateway.search.SearchPageRequest;
import io.leeloogateway.search.SearchQuery;
import io.leeloogateway.search.Searcher;
import io.leeloogateway.sync.SyncKind;
import io.leeloogateway.sync.SyncStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Searches the people in the cache. */
@Service
class PeopleSearch {

    private final Searcher searcher;
    private final CachedPersonMapper mapper;
    private final LeelooCache cache;
    private final TagIdResolver tagIds;
    private final SyncStatus syncStatus;
    private final PhoneNumbers phones;

    PeopleSearch(
            Searcher searcher,
            CachedPersonMapper mapper,
            LeelooCache cache,
            TagIdResolver tagIds,
            SyncStatus syncStatus,
            PhoneNumbers phones) {
        this.searcher = searcher;
        this.mapper = mapper;
        this.cache = cache;
        this.tagIds = tagIds;
        this.syncStatus = syncStatus;
        this.phones = phones;
    }

    /** Found people, and the ids of the changed ones of them who have the words in their name. */
    private record Matches(Found<CachedPersonRow> found, Set<String> named) {}

    SearchPage<PersonRowView> search(PersonSearch search, SearchPageRequest page) {
        var asOf = syncStatus.lastCompleteRun(SyncKind.PEOPLE);
        var matches = searcher.together(() -> {
            var found = find(search, page);
            return new Matches(found, findNamed(found.rows(), search));
        });
        var found = matches.found();
        cache.serveRows(ResourceType.PERSON, oldest(found.rows()).or(() -> asOf));
        var tags = tagIds.resolveFromCache(tagNames(found.rows()));
        return SearchPage.of(
                found,
                row -> matches(row, search, matches.named())
                        ? Optional.of(PersonRowView.ofCached(row, tags))
                        : Optional.empty(),
                asOf);
    }

    /** Those of the changed people who have the words in their name, which no change through the gateway affects. */
    private Set<String> findNamed(List<CachedPersonRow> found, PersonSearch search) {
        if (search.filtersWhatChanges()) {
            return Set.of();
        }
        var changed = found.stream()
                .filter(person -> !person.isCurrent())
                .map(person -> person.row().id())
                .toList();
        return searcher.findMatching(query(search), changed, "name");
    }

    /** The newest matches. */
    List<CachedPersonRow> find(PersonSearch search, int limit) {
        return find(search, new SearchPageRequest(limit, null, null)).rows();
    }

    private Found<CachedPersonRow> find(PersonSearch search, SearchPageRequest page) {
        return searcher.find(query(search), page, CachedPersonMapper.COLUMNS, mapper);
    }

    private SearchQuery query(PersonSearch search) {
        return search.toQuery(phones::possibleDigits);
    }

    List<PersonRowView> views(List<CachedPersonRow> people) {
        var tags = tagIds.resolveFromCache(tagNames(people));
        return people.stream()
                .map(person -> PersonRowView.ofCached(person, tags))
                .toList();
    }

    /** A person who was changed since may not match any more, unless only what no change through the gateway affects was searched. */
    private static boolean matches(CachedPersonRow person, PersonSearch search, Set<String> named) {
        var isMatch = person.isCurrent() || named.contains(person.row().id());
        return isMatch && (person.isChatCurrent() || !search.filtersLastMessage());
    }

    private static List<String> tagNames(List<CachedPersonRow> people) {
        return people.stream()
                .filter(CachedPersonRow::isCurrent)
                .flatMap(person -> person.row().tags().stream())
                .toList();
    }

    static Optional<Instant> oldest(List<CachedPersonRow> people) {
        return people.stream().map(CachedPersonRow::fetchedAt).min(Comparator.naturalOrder());
    }
}
