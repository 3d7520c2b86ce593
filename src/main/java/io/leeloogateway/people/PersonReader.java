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

/** Reads a person in the requested view. */
@Service
class PersonReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final LeelooCache cache;
    private final TagIdResolver tagIds;

    PersonReader(LeelooCache cache, TagIdResolver tagIds) {
        this.cache = cache;
        this.tagIds = tagIds;
    }

    PersonView full(Query<Person> query, Set<PersonPart> parts, boolean isRaw) {
        return view(find(query, isRaw), parts);
    }

    /** The result becomes part of the response with {@link #view}. */
    ReadResult<Person> find(Query<Person> query, boolean isRaw) {
        return isRaw ? cache.findWithRaw(query) : cache.find(query);
    }

    PersonView view(ReadResult<Person> result, Set<PersonPart> parts) {
        var person = cache.serve(result);
        return PersonView.of(person, parts, tagIds.resolve(person.tags()), result.raw());
    }

    /** The row of a recent list, otherwise the same fields of the person. */
    PersonView summary(String personId) {
        var query = new FindPerson(personId);
        var row = cache.findFreshListRow(query);
        if (row.isPresent()) {
            return summary(parse(row.get()), Stream.of());
        }
        try {
            var person = cache.serve(cache.findUnlessSlow(query, false));
            return summary(person.toRow(), Stream.of("lastMessageAt"));
        } catch (ProblemException e) {
            return summary(staleRow(query, e), Stream.of());
        }
    }

    PersonView bestEffort(String personId, Set<PersonPart> parts, boolean isRaw) {
        var query = new FindPerson(personId);
        try {
            return view(cache.findUnlessSlow(query, isRaw), parts);
        } catch (ProblemException e) {
            var requested = parts.stream().map(part -> part.name().toLowerCase(Locale.ROOT));
            return summary(staleRow(query, e), isRaw ? Stream.concat(requested, Stream.of("raw")) : requested);
        }
    }

    private PersonRow staleRow(FindPerson query, ProblemException failure) {
        return parse(cache.staleOnError(query, failure).orElseThrow(() -> failure));
    }

    private PersonView summary(PersonRow row, Stream<String> missing) {
        return PersonSummary.of(row, tagIds.resolve(row.tags()), missing);
    }

    private static PersonRow parse(String row) {
        return JSON.readValue(row, PersonRow.class);
    }
}
