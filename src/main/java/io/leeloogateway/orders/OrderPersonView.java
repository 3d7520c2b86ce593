package io.leeloogateway.orders;

import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.request.PersonalData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person of an order.
 *
 * @param id Leeloo's id of the person
 * @param name name of the person
 * @param email e-mail address
 * @param phone phone number
 */
record OrderPersonView(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) implements PersonalData {

    static OrderPersonView of(Person person) {
        return new OrderPersonView(person.id(), person.name(), person.email(), person.phone());
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
