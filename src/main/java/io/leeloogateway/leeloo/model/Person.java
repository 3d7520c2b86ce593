package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer. Tags are names. Orders and operators are empty unless the response includes them. */
public record Person(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String gender,
        @Nullable String locale,
        @Nullable String profileImage,
        List<String> tags,
        List<PersonChannel> channels,
        List<CustomField> customFields,
        List<Subscription> subscriptions,
        List<String> orderIds,
        List<String> operatorIds,
        List<Order> orders,
        List<User> operators,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public Person {
        tags = List.copyOf(tags);
        channels = List.copyOf(channels);
        customFields = List.copyOf(customFields);
        subscriptions = List.copyOf(subscriptions);
        orderIds = List.copyOf(orderIds);
        operatorIds = List.copyOf(operatorIds);
        orders = List.copyOf(orders);
        operators = List.copyOf(operators);
    }

    /** The row of this person in a list. */
    public PersonRow toRow() {
        return new PersonRow(id, name, email, phone, tags, channels, null, createdAt, PersonRow.ALL_FIELDS);
    }

    /** This person with the newer values that a row states. */
    public Person with(PersonRow row) {
        return new Person(
                id,
                row.name() == null ? name : row.name(),
                row.states(PersonRow.Field.EMAIL) ? row.email() : email,
                row.states(PersonRow.Field.PHONE) ? row.phone() : phone,
                gender,
                locale,
                profileImage,
                row.states(PersonRow.Field.TAGS) ? row.tags() : tags,
                row.states(PersonRow.Field.CHANNELS) ? row.channels() : channels,
                customFields,
                subscriptions,
                orderIds,
                operatorIds,
                orders,
                operators,
                createdAt,
                updatedAt);
    }
}
