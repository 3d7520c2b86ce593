package io.leeloogateway.people;

import io.leeloogateway.leeloo.ContactScopes;
import io.leeloogateway.leeloo.PhoneNumbers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows whether a change has given contact details to a person, whom the cache may not have with them yet. */
@Repository
class ContactChanges {

    private final JdbcClient database;
    private final PhoneNumbers phones;

    ContactChanges(JdbcClient database, PhoneNumbers phones) {
        this.database = database;
        this.phones = phones;
    }

    boolean mayHaveGiven(@Nullable String phone, @Nullable String email) {
        var numbers = phone == null ? Set.<String>of() : phones.possibleDigits(phone);
        return database.sql("select exists (select from cache_generations where scope in (:scopes))")
                .param("scopes", List.copyOf(ContactScopes.withAll(ContactScopes.of(numbers, email))))
                .query(Boolean.class)
                .single();
    }
}
