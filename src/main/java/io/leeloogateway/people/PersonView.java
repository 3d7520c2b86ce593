package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.orders.OrderRowView;
import io.leeloogateway.request.PersonalData;
import io.leeloogateway.users.UserView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A customer's card.
 *
 * @param id Leeloo's id of the person
 * @param name the person's name
 * @param email where to write
 * @param phone where to call
 * @param gender open: FEMALE, MALE, OTHER, NO_DATA
 * @param locale the person's language, as Leeloo spells it
 * @param profileImage where the person's picture can be seen
 * @param tags what the person is tagged with
 * @param channels where the person can be reached
 * @param customFields what the company added; left out where only a list told of the person, as the next three
 * @param subscriptions how the person came into tunnels
 * @param orderIds the person's orders
 * @param operatorIds the users who were in contact with the person
 * @param orders the orders themselves, only when expanded
 * @param operators the users themselves, only when expanded
 * @param incomplete which parts could not be had; left out when all is there
 * @param lastMessageAt when the last message came or went; only lists tell it
 * @param createdAt when the card was made
 * @param updatedAt when the card was last changed
 * @param raw what Leeloo itself said of the person, only where that was asked for
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> incomplete,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,

        @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonRawValue
        @Nullable
        String raw)
        implements PersonalData {

    static PersonView of(
            Person person, Set<PersonPart> parts, Optional<TagIdResolver.Known> tags, @Nullable String raw) {
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.phone(),
                person.gender(),
                person.locale(),
                person.profileImage(),
                tags.orElse(TagIdResolver.Known.NOTHING).name(person.tags()),
                each(person.channels(), ChannelOfPerson::of),
                each(person.customFields(), CustomFieldView::of),
                each(person.subscriptions(), SubscriptionView::of),
                person.orderIds(),
                person.operatorIds(),
                parts.contains(PersonPart.ORDERS) ? each(person.orders(), OrderRowView::of) : null,
                parts.contains(PersonPart.OPERATORS) ? each(person.operators(), UserView::of) : null,
                missing(person, parts, tags.isPresent()),
                null,
                person.createdAt(),
                person.updatedAt(),
                raw);
    }

    /** What Leeloo named, but did not give. */
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

    private static <T, V> List<V> each(List<T> things, Function<T, V> view) {
        return things.stream().map(view).toList();
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
