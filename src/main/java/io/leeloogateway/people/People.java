package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The people of the company. */
@Service
class People {

    private final LeelooCache mirror;
    private final Operations operations;
    private final TagIdResolver tagIds;
    private final PersonReader details;
    private final PersonCacheTable personMirrors;

    People(
            LeelooCache mirror,
            Operations operations,
            TagIdResolver tagIds,
            PersonReader details,
            PersonCacheTable personMirrors) {
        this.mirror = mirror;
        this.operations = operations;
        this.tagIds = tagIds;
        this.details = details;
        this.personMirrors = personMirrors;
    }

    OffsetPage<PersonRowView> list(PeopleFilter filter, OffsetPageRequest paging) {
        var rows = mirror.read(filter.toQuery(paging)).only(filter::admits);
        var names = rows.items().stream().flatMap(row -> row.tags().stream()).toList();
        var tags = tagIds.of(names);
        return rows.map(row -> PersonRowView.of(row, tags));
    }

    PersonView find(String personId, PersonExpansion wanted) {
        return switch (wanted.detail()) {
            case FULL -> details.full(new FindPerson(personId), wanted.parts(), wanted.isRaw());
            case SUMMARY -> details.summary(personId);
            case BEST -> details.best(personId, wanted.parts(), wanted.isRaw());
        };
    }

    PersonView findByChannel(String channelId, boolean isRaw) {
        var ofChannel = new FindPersonOfChannel(channelId);
        return personMirrors
                .findPersonIdByChannel(channelId)
                .map(FindPerson::new)
                .filter(owner -> mirror.hasUsableEntry(owner) || !mirror.hasUsableEntry(ofChannel))
                .flatMap(owner -> ownerStill(owner, channelId, isRaw))
                .orElseGet(() -> details.full(ofChannel, Set.of(), isRaw));
    }

    /** Empty where the copy that named the owner is out of date, and where the owner cannot be had: the channel may have a copy of its own. */
    private Optional<PersonView> ownerStill(FindPerson owner, String channelId, boolean isRaw) {
        try {
            var result = details.find(owner, isRaw);
            var isOutdated = result.value() != null && !hasChannel(result.value(), channelId);
            return isOutdated ? Optional.empty() : Optional.of(details.view(result, Set.of()));
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

    SmsImportView importBySms(SmsImportForm form) {
        return SmsImportView.of(operations.execute(form.toChange()));
    }
}
