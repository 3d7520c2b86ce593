package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applied if the person has every requested value; not applied if it has none. Of several values for one field Leeloo keeps one, which may be an old one. */
record PersonOutcomeCheck(ChangePerson change) implements OutcomeCheck<Accepted> {

    /** Leeloo's word for nothing: sent as a value, it is read as nothing. */
    private static final String NOT_DEFINED = "NOT_DEFINED";

    @Override
    public CheckResult<Accepted> evaluate(FreshReader reader, SendFacts facts) {
        if (change.phone() == null && change.email() == null && fields().isEmpty()) {
            return new CheckResult.Inconclusive<>("the change of person " + change.personId() + " requests no value");
        }
        var person = reader.read(new FindPerson(change.personId()));
        var missing = missingIn(person);
        if (missing.isEmpty()) {
            return new CheckResult.Applied<>(
                    new Accepted(), change.personId(), "person " + change.personId() + " has every requested value");
        }
        var evidence = "person " + change.personId() + " does not have the requested " + String.join(" and ", missing);
        if (hasAny(person)) {
            return new CheckResult.Inconclusive<>(evidence + ", but has other requested values");
        }
        return isBlank(change.phone()) || isBlank(change.email())
                ? new CheckResult.Inconclusive<>(evidence + ", which is empty: Leeloo may ignore that")
                : new CheckResult.NotApplied<>(evidence);
    }

    private List<String> missingIn(Person person) {
        var missing = new ArrayList<String>();
        if (change.phone() != null && !hasPhone(person)) {
            missing.add("phone");
        }
        if (change.email() != null && !hasEmail(person)) {
            missing.add("e-mail");
        }
        if (!fields().stream().allMatch(expected -> isIn(person, expected))) {
            missing.add("custom fields");
        }
        return missing;
    }

    private boolean hasAny(Person person) {
        return hasPhone(person) || hasEmail(person) || fields().stream().anyMatch(field -> isIn(person, field));
    }

    private boolean hasPhone(Person person) {
        return isBlank(change.phone())
                ? person.phone() == null
                : change.phone() != null && ContactMatcher.isSamePhone(change.phone(), person.phone());
    }

    private boolean hasEmail(Person person) {
        return isBlank(change.email())
                ? person.email() == null
                : change.email() != null && ContactMatcher.isSameEmail(change.email(), person.email());
    }

    private static boolean isBlank(@Nullable String requested) {
        return requested != null && (requested.isBlank() || requested.equals(NOT_DEFINED));
    }

    /** An absent field counts as empty. */
    private static boolean isIn(Person person, CustomField expected) {
        var value = value(expected);
        var found = person.customFields().stream()
                .filter(field -> isSame(field, expected))
                .map(PersonOutcomeCheck::value)
                .toList();
        return found.isEmpty() ? value.isEmpty() : found.contains(value);
    }

    private static boolean isSame(CustomField field, CustomField other) {
        return Objects.equals(field.type(), other.type()) && field.name().equals(other.name());
    }

    private static String value(CustomField field) {
        return field.value() == null || field.value().equals(NOT_DEFINED) ? "" : field.value();
    }

    private List<CustomField> fields() {
        return change.customFields() == null ? List.of() : change.customFields();
    }
}
