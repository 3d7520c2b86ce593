package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.CreatedPerson;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 16: create a person. Leeloo also creates its manual channel. */
public record CreatePerson(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String leadGenerationToolId,
        List<String> operatorIds)
        implements Change<CreatedPerson> {

    public CreatePerson {
        operatorIds = List.copyOf(operatorIds);
    }

    /** Whether this change may have created the person. Leeloo may store another spelling than it received. */
    public boolean mayHaveCreated(CreatedPerson person) {
        if (isOther(phone, person.phone(), ContactMatcher::isOtherPhone)
                || isOther(email, person.email(), (one, other) -> !ContactMatcher.isSameEmail(one, other))) {
            return false;
        }
        var isNameDecisive = (phone == null || person.phone() == null) && (email == null || person.email() == null);
        return !isNameDecisive || !isOther(name, person.name(), ContactMatcher::isOtherName);
    }

    private static boolean isOther(
            @Nullable String given, @Nullable String received, BiPredicate<String, String> comparison) {
        return given != null && received != null && comparison.test(given, received);
    }

    @Override
    public Target target() {
        return Target.all("people");
    }
}
