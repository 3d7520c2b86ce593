package io.leeloogateway.people;

import io.leeloogateway.leeloo.FindPerson;
import io.leeloogateway.leeloo.FindPersonOfChannel;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The people of the company. */
@Service
class People {

    private final Mirror mirror;
    private final Operations operations;
    private final TagIds tagIds;
    private final PersonMirrors personMirrors;

    People(Mirror mirror, Operations operations, TagIds tagIds, PersonMirrors personMirrors) {
        this.mirror = mirror;
        this.operations = operations;
        this.tagIds = tagIds;
        this.personMirrors = personMirrors;
    }

    Page<PersonRowView> list(PeopleFilter filter, Paging paging) {
        var rows = mirror.read(filter.toQuery(paging)).only(filter::admits);
        var names = rows.items().stream().flatMap(row -> row.tags().stream()).toList();
        var tags = tagIds.of(names).orElse(TagIds.Known.NOTHING);
        return rows.map(row -> PersonRowView.of(row, tags));
    }

    PersonView find(String personId, Set<PersonPart> parts) {
        return view(mirror.read(new FindPerson(personId)), parts);
    }

    PersonView findByChannel(String channelId) {
        var person = personMirrors
                .ownerOf(channelId)
                .flatMap(personId -> ownerStill(personId, channelId))
                .orElseGet(() -> mirror.read(new FindPersonOfChannel(channelId)));
        return view(person, Set.of());
    }

    /** Empty where the copy that named the owner is out of date. */
    private Optional<Person> ownerStill(String personId, String channelId) {
        try {
            return Optional.of(mirror.read(new FindPerson(personId)))
                    .filter(person -> person.channels().stream()
                            .anyMatch(channel -> channel.id().equals(channelId)));
        } catch (LeelooNotFound _) {
            return Optional.empty();
        }
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

    private PersonView view(Person person, Set<PersonPart> parts) {
        return PersonView.of(person, parts, tagIds.of(person.tags()));
    }
}
