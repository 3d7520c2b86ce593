package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.PersonRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the list of people in Leeloo's JSON. */
record PersonRowWire(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable List<String> tags,
        @Nullable List<AccountWire> accounts,
        @Nullable Instant lastMessageTime,
        @JsonAlias("created_at") @Nullable Instant createdAt) {

    PersonRow toRow() {
        return new PersonRow(
                id,
                name,
                LeelooJson.defined(email),
                LeelooJson.defined(phone),
                LeelooJson.list(tags),
                LeelooJson.list(accounts, AccountWire::id).stream()
                        .map(AccountWire::toChannel)
                        .toList(),
                lastMessageTime,
                createdAt);
    }
}
