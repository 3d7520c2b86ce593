package io.leeloogateway.leeloo;

import java.util.Set;

/** Operation 18: a person, with the parts wanted. */
public record FindPerson(String personId, Set<PersonPart> parts) implements Query<Person> {

    public FindPerson {
        parts = Set.copyOf(parts);
    }

    public FindPerson(String personId) {
        this(personId, Set.of());
    }

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
