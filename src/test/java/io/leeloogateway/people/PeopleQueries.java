package io.leeloogateway.people;

import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.PhoneProperties;
import io.leeloogateway.search.SearchQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries of searches for people. */
public final class PeopleQueries {

    private PeopleQueries() {}

    public static SearchQuery words(String words, @Nullable String sort) {
        return query(words, null, null, null, sort);
    }

    public static SearchQuery phone(String phone) {
        return query(null, null, phone, null, null);
    }

    public static SearchQuery tagsCreatedFrom(List<String> tags, String createdFrom) {
        return query(null, tags, null, createdFrom, null);
    }

    public static SearchQuery all(String sort) {
        return query(null, null, null, null, sort);
    }

    private static SearchQuery query(
            @Nullable String q,
            @Nullable List<String> tags,
            @Nullable String phone,
            @Nullable String createdFrom,
            @Nullable String sort) {
        return new PersonSearch(q, null, tags, null, phone, null, null, null, createdFrom, null, null, null, sort)
                .toQuery(new PhoneNumbers(new PhoneProperties("UA"))::possibleDigits);
    }
}
