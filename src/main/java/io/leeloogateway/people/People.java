package io.leeloogateway.people;

import io.leeloogateway.leeloo.FindPerson;
import io.leeloogateway.leeloo.FindPersonOfChannel;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
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
        return personMirrors
                .ownerOf(channelId)
                .map(personId -> find(personId, Set.of()))
                .orElseGet(() -> view(mirror.read(new FindPersonOfChannel(channelId)), Set.of()));
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
