package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.orders.OrderRowView;
import io.leeloogateway.request.PersonalData;
import io.leeloogateway.users.UserView;
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
 * @param customFields what the company added
 * @param subscriptions how the person came into tunnels
 * @param orderIds the person's orders
 * @param operatorIds the users who were in contact with the person
 * @param orders the orders themselves, only when expanded
 * @param operators the users themselves, only when expanded
 * @param incomplete which parts could not be had; left out when all is there
 * @param createdAt when the card was made
 * @param updatedAt when the card was last changed
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
        List<CustomFieldView> customFields,
        List<SubscriptionView> subscriptions,
        List<String> orderIds,
        List<String> operatorIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrderRowView> orders,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UserView> operators,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> incomplete,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt)
        implements PersonalData {

    static PersonView of(Person person, Set<PersonPart> parts, Optional<TagIds.Known> tags) {
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.phone(),
                person.gender(),
                person.locale(),
                person.profileImage(),
                tags.orElse(TagIds.Known.NOTHING).name(person.tags()),
                each(person.channels(), ChannelOfPerson::of),
                each(person.customFields(), CustomFieldView::of),
                each(person.subscriptions(), SubscriptionView::of),
                person.orderIds(),
                person.operatorIds(),
                parts.contains(PersonPart.ORDERS) ? each(person.orders(), OrderRowView::of) : null,
                parts.contains(PersonPart.OPERATORS) ? each(person.operators(), UserView::of) : null,
                missing(person, parts, tags.isPresent()),
                person.createdAt(),
                person.updatedAt());
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
