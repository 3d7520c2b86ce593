package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.PersonChannel;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.Optional;

/** Applied if exactly one person since the send has the same name and contacts and is not claimed by another operation. */
record NewPersonOutcomeCheck(CreatePerson change) implements OutcomeCheck<CreatedPerson> {

    static boolean isFindable(CreatePerson change) {
        return change.phone() != null || change.email() != null;
    }

    @Override
    public CheckResult<CreatedPerson> evaluate(FreshReader reader, SendFacts facts) {
        var people = PersonScan.of(reader, this::query);
        if (!people.isComplete()) {
            return new CheckResult.Inconclusive<>("Leeloo lists more people than the check reads");
        }
        var matches = people.rows().stream()
                .filter(row -> matches(row) && facts.mayHaveCreatedAt(row.createdAt()))
                .toList();
        var unclaimed =
                matches.stream().filter(row -> !facts.isClaimed(row.id())).toList();
        if (unclaimed.size() != 1 || matches.size() <= facts.equalOperations()) {
            return new CheckResult.Inconclusive<>(
                    "people that match since %s: %d, that no other operation has created or changed: %d"
                            .formatted(facts.startedAt(), matches.size(), unclaimed.size()));
        }
        return resultOf(unclaimed.getFirst());
    }

    private static CheckResult<CreatedPerson> resultOf(PersonRow row) {
        var channel = manualChannel(row.channels());
        if (channel.isEmpty() || row.createdAt() == null) {
            return new CheckResult.Inconclusive<>(
                    "person " + row.id() + " matches, but has no manual channel or no creation date");
        }
        var person = new CreatedPerson(row.id(), channel.get(), row.name(), row.email(), row.phone(), row.createdAt());
        return new CheckResult.Applied<>(
                person, row.id(), "person %s of %s is the only match".formatted(row.id(), row.createdAt()));
    }

    /** Endpoint 16 creates a manual channel; the person may have other channels since. */
    private static Optional<String> manualChannel(List<PersonChannel> channels) {
        var manual = channels.stream()
                .filter(channel -> "MANUAL".equalsIgnoreCase(channel.platform()))
                .map(PersonChannel::id)
                .distinct()
                .toList();
        return manual.size() == 1 ? Optional.of(manual.getFirst()) : Optional.empty();
    }

    private ListPeople query(OffsetPageRequest paging) {
        return new ListPeople(
                List.of(), change.phone(), change.phone() == null ? change.email() : null, null, null, paging);
    }

    private boolean matches(PersonRow row) {
        return (change.phone() == null || ContactMatcher.isSamePhone(change.phone(), row.phone()))
                && (change.email() == null || ContactMatcher.isSameEmail(change.email(), row.email()))
                && row.name() != null
                && row.name().strip().equalsIgnoreCase(change.name().strip());
    }
}
