package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in Leeloo's JSON. The envelope holds the included orders and users. */
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

    /** References to the users and orders of the person. */
    record Links(
            @Nullable List<LinkWire> contactedUsers,
            @Nullable List<LinkWire> orders) {}

    /** The included resources. */
    record Included(
            @Nullable List<UserWire> users, @Nullable List<OrderWire> orders) {

        static final Included NONE = new Included(null, null);
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
