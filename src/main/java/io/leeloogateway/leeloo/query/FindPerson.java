package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Person;

/** Leeloo endpoint 18: get a person. The response includes the person's orders and operators. */
public record FindPerson(String personId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
