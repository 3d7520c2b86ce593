package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's card on the wire; what was included stands beside it in the envelope. */
record PersonWire(
        String id,
        @Nullable String name,
        @Nullable List<String> tags,
        @Nullable String profileImage,
        @Nullable String gender,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String locale,
        @Nullable List<AccountWire> accounts,
        @Nullable List<SubscriptionWire> subscribeHistory,
        @Nullable Links links,
        @JsonProperty("custom_fields") @Nullable List<CustomField> customFields,

        @JsonProperty("created_at") @JsonAlias("createdAt") @Nullable
        Instant createdAt,

        @JsonProperty("updated_at") @JsonAlias("updatedAt") @Nullable
        Instant updatedAt) {

    /** Who and what belongs to the person. */
    record Links(
            @Nullable List<LinkWire> contactedUsers,
            @Nullable List<LinkWire> orders) {}

    /** What was asked for besides. */
    record Included(
            @Nullable List<UserWire> users, @Nullable List<OrderWire> orders) {

        static final Included NOTHING = new Included(null, null);
    }

    Person toPerson(Included included) {
        return new Person(
                id,
                name,
                LeelooJson.defined(email),
                LeelooJson.defined(phone),
                LeelooJson.defined(gender),
                LeelooJson.defined(locale),
                LeelooJson.defined(profileImage),
                LeelooJson.list(tags),
                LeelooJson.list(accounts, AccountWire::id).stream()
                        .map(AccountWire::toChannel)
                        .toList(),
                LeelooJson.list(customFields, CustomField::name),
                LeelooJson.list(subscribeHistory).stream()
                        .map(SubscriptionWire::toSubscription)
                        .toList(),
                ids(links == null ? null : links.orders()),
                ids(links == null ? null : links.contactedUsers()),
                LeelooJson.list(included.orders(), OrderWire::id).stream()
                        .map(OrderWire::toOrder)
                        .toList(),
                LeelooJson.list(included.users(), UserWire::id).stream()
                        .map(UserWire::toUser)
                        .toList(),
                createdAt,
                updatedAt);
    }

    private static List<String> ids(@Nullable List<LinkWire> links) {
        return LeelooJson.list(links, LinkWire::id).stream().map(LinkWire::id).toList();
    }
}
