package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Reads, creates and changes people. */
@Service
class People {

    private final LeelooCache cache;
    private final Operations operations;
    private final TagIdResolver tagIds;
    private final PersonReader reader;
    private final PersonLinkRepository personLinks;
    private final PhoneNumbers phones;

    People(
            LeelooCache cache,
            Operations operations,
            TagIdResolver tagIds,
            PersonReader reader,
            PersonLinkRepository personLinks,
            PhoneNumbers phones) {
        this.cache = cache;
        this.operations = operations;
        this.tagIds = tagIds;
        this.reader = reader;
        this.personLinks = personLinks;
        this.phones = phones;
    }

    OffsetPage<PersonRowView> list(PeopleFilter filter, OffsetPageRequest paging) {
        return matching(filter, cache.read(filter.toQuery(paging, phones)));
    }

    /** From Leeloo, unless the caller says which age it accepts: whoever finds nobody creates a person. */
    OffsetPage<PersonRowView> listCurrent(PeopleFilter filter, OffsetPageRequest paging) {
        return matching(filter, cache.readCurrent(filter.toQuery(paging, phones)));
    }

    private OffsetPage<PersonRowView> matching(PeopleFilter filter, OffsetPage<PersonRow> rows) {
        var page = rows.filter(row -> filter.matches(row, phones));
        var tagNames = page.items().stream().flatMap(row -> row.tags().stream()).toList();
        var ids = tagIds.resolve(tagNames);
        return page.map(row -> PersonRowView.of(row, ids));
    }

    PersonView find(String personId, PersonExpansion expansion) {
        return switch (expansion.viewMode()) {
            case FULL -> reader.full(new FindPerson(personId), expansion.parts(), expansion.isRaw());
            case SUMMARY -> reader.summary(personId);
            case BEST_EFFORT -> reader.bestEffort(personId, expansion.parts(), expansion.isRaw());
        };
    }

    /** Prefers the cached person with this channel, because changes of the person invalidate it. */
    PersonView findByChannel(String channelId, boolean isRaw) {
        cache.noteOtherSource();
        var byChannel = new FindPersonOfChannel(channelId);
        return personLinks
                .findPersonIdByChannel(channelId)
                .map(FindPerson::new)
                .filter(byPerson -> cache.hasUsableEntry(byPerson) || !cache.hasUsableEntry(byChannel))
                .flatMap(byPerson -> findWithChannel(byPerson, channelId, isRaw))
                .orElseGet(() -> reader.full(byChannel, Set.of(), isRaw));
    }

    /**
     * Empty where the cached link from the channel to the person is outdated and where the person cannot be read: the channel may have
     * a cache entry of its own.
     */
    private Optional<PersonView> findWithChannel(FindPerson byPerson, String channelId, boolean isRaw) {
        try {
            var result = reader.find(byPerson, isRaw);
            var isOutdated = result.value() != null && !hasChannel(result.value(), channelId);
            return isOutdated ? Optional.empty() : Optional.of(reader.view(result, Set.of()));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private static boolean hasChannel(Person person, String channelId) {
        return person.channels().stream().anyMatch(channel -> channel.id().equals(channelId));
    }

    NewPersonView create(NewPersonForm form) {
        return NewPersonView.of(operations.execute(form.toChange()));
    }

    void change(String personId, PersonChangeForm form) {
        operations.execute(form.toChange(personId));
    }

    SmsImportView importPeople(SmsImportForm form) {
        return SmsImportView.of(operations.execute(form.toChange()));
    }
}
