package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Person;

/** Operation 18: a person with its orders and operators, which come with the same call. */
public record FindPerson(String personId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
