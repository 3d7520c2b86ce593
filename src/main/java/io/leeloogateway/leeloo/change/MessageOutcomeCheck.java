package io.leeloogateway.leeloo.change;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Message;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.request.OffsetPageRequest;

/** Applied if the channel has more messages with the same text since the send than other operations account for. */
record MessageOutcomeCheck(String channelId, String text) implements OutcomeCheck<Accepted> {

    private static final String FROM_THE_COMPANY = "YOUR_MESSAGE";
    private static final OffsetPageRequest NEWEST = new OffsetPageRequest(100, 0);

    @Override
    public CheckResult<Accepted> evaluate(FreshReader reader, SendFacts facts) {
        var matches = reader.read(new ListMessages(channelId, NEWEST)).items().stream()
                .filter(message -> hasSameText(message) && facts.mayHaveCreatedAt(message.createdAt()))
                .distinct()
                .toList();
        var newest = matches.stream()
                .filter(message -> !facts.isClaimed(message.id()))
                .max(comparing(message -> requireNonNull(message.createdAt())));
        if (newest.isEmpty() || matches.size() <= facts.equalOperations()) {
            return new CheckResult.Inconclusive<>(
                    "messages with the same text since %s: %d, that others may have sent: %d"
                            .formatted(facts.startedAt(), matches.size(), facts.equalOperations()));
        }
        var id = newest.get().id();
        return new CheckResult.Applied<>(
                new Accepted(),
                id,
                "message %s of %s has the same text".formatted(id, newest.get().createdAt()));
    }

    private boolean hasSameText(Message message) {
        return FROM_THE_COMPANY.equals(message.type()) && text.equals(message.text()) && message.createdAt() != null;
    }
}
