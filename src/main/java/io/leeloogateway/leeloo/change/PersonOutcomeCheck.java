package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A changed card holds each value that was given. */
record PersonOutcomeCheck(ChangePerson change) implements OutcomeCheck<Accepted> {

    @Override
    public CheckResult<Accepted> look(FreshReader witness, SendFacts sent) {
        if (change.phone() == null && change.email() == null && fields().isEmpty()) {
            return new CheckResult.Open<>("the change of person " + change.personId() + " leaves no trace");
        }
        var missing = missingOn(witness.ask(new FindPerson(change.personId())));
        if (missing.isEmpty()) {
            return new CheckResult.Applied<>(
                    new Accepted(), change.personId(), "person " + change.personId() + " has every value wanted");
        }
        return new CheckResult.NotApplied<>(
                "person " + change.personId() + " does not have the " + String.join(" and ", missing) + " wanted");
    }

    private List<String> missingOn(Person person) {
        var missing = new ArrayList<String>();
        if (change.phone() != null && !ContactMatcher.isSamePhone(change.phone(), person.phone())) {
            missing.add("phone");
        }
        if (change.email() != null && !ContactMatcher.isSameEmail(change.email(), person.email())) {
            missing.add("e-mail");
        }
        if (!fields().stream().allMatch(wanted -> isOn(person, wanted))) {
            missing.add("custom fields");
        }
        return missing;
    }

    /** A field that is not there holds nothing. */
    private static boolean isOn(Person person, CustomField wanted) {
        var value = value(wanted);
        var found = person.customFields().stream()
                .filter(field -> Objects.equals(field.type(), wanted.type()))
                .filter(field -> field.name().equals(wanted.name()))
                .map(PersonOutcomeCheck::value)
                .toList();
        return found.isEmpty() ? value.isEmpty() : found.contains(value);
    }

    private static String value(CustomField field) {
        return Objects.requireNonNullElse(field.value(), "");
    }

    private List<CustomField> fields() {
        return change.customFields() == null ? List.of() : change.customFields();
    }
}
