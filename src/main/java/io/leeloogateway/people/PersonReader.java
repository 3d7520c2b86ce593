package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Shows as much of a person as is wanted, or can be had. */
@Service
class PersonReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final LeelooCache mirror;
    private final TagIdResolver tagIds;

    PersonReader(LeelooCache mirror, TagIdResolver tagIds) {
        this.mirror = mirror;
        this.tagIds = tagIds;
    }

    PersonView full(Query<Person> query, Set<PersonPart> parts, boolean isRaw) {
        return view(find(query, isRaw), parts);
    }

    /** The result becomes part of the response with {@link #view}. */
    ReadResult<Person> find(Query<Person> query, boolean isRaw) {
        return isRaw ? mirror.findWithRaw(query) : mirror.find(query);
    }

    PersonView view(ReadResult<Person> result, Set<PersonPart> parts) {
        var person = mirror.serve(result);
        return PersonView.of(person, parts, tagIds.of(person.tags()), result.raw());
    }

    /** What a list told lately; otherwise the same of the person itself. */
    PersonView summary(String personId) {
        var query = new FindPerson(personId);
        var row = mirror.findFreshListRow(query);
        if (row.isPresent()) {
            return summary(read(row.get()), Stream.of());
        }
        try {
            return summary(mirror.read(query).toRow(), Stream.of("lastMessageAt"));
        } catch (ProblemException e) {
            return summary(console(query, e), Stream.of());
        }
    }

    PersonView best(String personId, Set<PersonPart> parts, boolean isRaw) {
        var query = new FindPerson(personId);
        try {
            return full(query, parts, isRaw);
        } catch (ProblemException e) {
            var wanted = parts.stream().map(part -> part.name().toLowerCase(Locale.ROOT));
            return summary(console(query, e), isRaw ? Stream.concat(wanted, Stream.of("raw")) : wanted);
        }
    }

    private PersonRow console(FindPerson query, ProblemException failure) {
        return read(mirror.staleOnError(query, failure).orElseThrow(() -> failure));
    }

    private PersonView summary(PersonRow row, Stream<String> missing) {
        return PersonSummary.of(row, tagIds.of(row.tags()), missing);
    }

    private static PersonRow read(String row) {
        return JSON.readValue(row, PersonRow.class);
    }
}
