package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.orders.OrderRowView;
import io.leeloogateway.request.KnownValues;
import io.leeloogateway.request.PersonalData;
import io.leeloogateway.users.UserView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param id Leeloo's id of the person
 * @param name name of the person
 * @param email e-mail address
 * @param phone phone number
 * @param gender an open list of values: FEMALE, MALE, OTHER, NO_DATA
 * @param locale language of the person, in Leeloo's notation
 * @param profileImage URL of the person's picture
 * @param tags tags of the person
 * @param channels channels of the person
 * @param customFields custom fields; absent where the person comes from a list, as are subscriptions, orderIds and operatorIds
 * @param subscriptions the person's subscriptions to tunnels
 * @param orderIds ids of the person's orders
 * @param operatorIds ids of the users who were in contact with the person
 * @param orders the orders, only when expanded
 * @param operators the users who were in contact with the person, only when expanded
 * @param incomplete the parts that could not be read; absent when the person is complete
 * @param lastMessageAt time of the last message in either direction; only where the person comes from a list
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 * @param raw the unchanged response of Leeloo, only on request
 */
record PersonView(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String gender,
        @Nullable String locale,
        @Nullable String profileImage,
        List<TagOfPerson> tags,
        List<ChannelOfPerson> channels,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CustomFieldView> customFields,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SubscriptionView> subscriptions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> orderIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> operatorIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrderRowView> orders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UserView> operators,

        @JsonInclude(JsonInclude.Include.NON_NULL) @KnownValues({"tags", "orders", "operators"}) @Nullable
        List<String> incomplete,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,

        @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        @Nullable
        String raw)
        implements PersonalData {

    static PersonView of(Person person, Set<PersonPart> parts, TagIds tagIds, @Nullable String raw) {
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.phone(),
                person.gender(),
                person.locale(),
                person.profileImage(),
                tagIds.tagsOf(person.tags()),
                map(person.channels(), ChannelOfPerson::of),
                map(person.customFields(), CustomFieldView::of),
                map(person.subscriptions(), SubscriptionView::of),
                person.orderIds(),
                person.operatorIds(),
                parts.contains(PersonPart.ORDERS) ? map(person.orders(), OrderRowView::of) : null,
                parts.contains(PersonPart.OPERATORS) ? map(person.operators(), UserView::of) : null,
                missing(person, parts, tagIds.isAvailable()),
                null,
                person.createdAt(),
                person.updatedAt(),
                raw);
    }

    /** The parts that Leeloo mentions but does not include. */
    private static @Nullable List<String> missing(Person person, Set<PersonPart> parts, boolean hasTagIds) {
        var missing = new ArrayList<String>();
        if (!hasTagIds) {
            missing.add("tags");
        }
        if (parts.contains(PersonPart.ORDERS)
                && person.orders().size() < person.orderIds().size()) {
            missing.add("orders");
        }
        if (parts.contains(PersonPart.OPERATORS)
                && person.operators().size() < person.operatorIds().size()) {
            missing.add("operators");
        }
        return missing.isEmpty() ? null : missing;
    }

    private static <T, V> List<V> map(List<T> values, Function<T, V> mapper) {
        return values.stream().map(mapper).toList();
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
