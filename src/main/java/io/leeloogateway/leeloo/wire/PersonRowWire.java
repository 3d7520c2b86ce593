package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.PersonRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the list of people in Leeloo's JSON. */
record PersonRowWire(
        String id,
        @Nullable String name,
        StatedText email,
        StatedText phone,
        @Nullable List<String> tags,
        @Nullable List<AccountWire> accounts,
        @Nullable Instant lastMessageTime,
        @JsonAlias("created_at") @Nullable Instant createdAt) {

    PersonRow toRow() {
        return new PersonRow(
                id,
                name,
                email.value(),
                phone.value(),
                LeelooJson.list(tags),
                LeelooJson.list(accounts, AccountWire::id).stream()
                        .map(AccountWire::toChannel)
                        .toList(),
                lastMessageTime,
                createdAt,
                stated());
    }

    private Set<PersonRow.Field> stated() {
        var stated = EnumSet.allOf(PersonRow.Field.class);
        stated.removeIf(field -> switch (field) {
            case EMAIL -> !email.isStated();
            case PHONE -> !phone.isStated();
            case TAGS -> tags == null;
            case CHANNELS -> accounts == null;
        });
        return stated;
    }
}
