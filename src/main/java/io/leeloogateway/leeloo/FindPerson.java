package io.leeloogateway.leeloo;

/** Operation 18: a person with its orders and operators, which come with the same call. */
public record FindPerson(String personId) implements Query<Person> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
