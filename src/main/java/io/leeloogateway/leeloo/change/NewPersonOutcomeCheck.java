package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.PersonChannel;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.Optional;

/** A new person is the only one of that name and those contacts since the send whom nobody else has made. */
record NewPersonOutcomeCheck(CreatePerson change) implements OutcomeCheck<CreatedPerson> {

    static boolean isFindable(CreatePerson change) {
        return change.phone() != null || change.email() != null;
    }

    @Override
    public CheckResult<CreatedPerson> look(FreshReader witness, SendFacts sent) {
        var people = PersonScan.of(witness, this::alike);
        if (!people.isWhole()) {
            return new CheckResult.Open<>("more people are listed than are looked at");
        }
        var matches = people.rows().stream()
                .filter(row -> isAlike(row) && sent.mayHaveMade(row.createdAt()))
                .toList();
        var unclaimed =
                matches.stream().filter(row -> !sent.isClaimed(row.id())).toList();
        if (unclaimed.size() != 1 || matches.size() <= sent.equalClaims()) {
            return new CheckResult.Open<>("people that match since %s: %d, that nobody known has made: %d"
                    .formatted(sent.at(), matches.size(), unclaimed.size()));
        }
        return judged(unclaimed.getFirst());
    }

    private static CheckResult<CreatedPerson> judged(PersonRow row) {
        var channel = manualChannel(row.channels());
        if (channel.isEmpty() || row.createdAt() == null) {
            return new CheckResult.Open<>("person " + row.id() + " matches, but shows no manual channel or no date");
        }
        var person = new CreatedPerson(row.id(), channel.get(), row.name(), row.email(), row.phone(), row.createdAt());
        return new CheckResult.Applied<>(
                person, row.id(), "person %s of %s matches, and no other".formatted(row.id(), row.createdAt()));
    }

    /** Operation 16 makes a manual channel; a person may have got others since. */
    private static Optional<String> manualChannel(List<PersonChannel> channels) {
        var manual = channels.stream()
                .filter(channel -> "MANUAL".equalsIgnoreCase(channel.platform()))
                .map(PersonChannel::id)
                .distinct()
                .toList();
        return manual.size() == 1 ? Optional.of(manual.getFirst()) : Optional.empty();
    }

    private ListPeople alike(OffsetPageRequest paging) {
        return new ListPeople(
                List.of(), change.phone(), change.phone() == null ? change.email() : null, null, null, paging);
    }

    private boolean isAlike(PersonRow row) {
        return (change.phone() == null || ContactMatcher.isSamePhone(change.phone(), row.phone()))
                && (change.email() == null || ContactMatcher.isSameEmail(change.email(), row.email()))
                && row.name() != null
                && row.name().strip().equalsIgnoreCase(change.name().strip());
    }
}
