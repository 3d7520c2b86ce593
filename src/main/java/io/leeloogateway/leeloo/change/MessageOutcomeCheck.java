package io.leeloogateway.leeloo.change;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Message;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.request.OffsetPageRequest;

/** A message that was sent stands in the chat, once more than others account for. */
record MessageOutcomeCheck(String channelId, String text) implements OutcomeCheck<Accepted> {

    private static final String FROM_THE_COMPANY = "YOUR_MESSAGE";
    private static final OffsetPageRequest NEWEST = new OffsetPageRequest(100, 0);

    @Override
    public CheckResult<Accepted> look(FreshReader witness, SendFacts sent) {
        var matches = witness.ask(new ListMessages(channelId, NEWEST)).items().stream()
                .filter(message -> isAlike(message) && sent.mayHaveMade(message.createdAt()))
                .distinct()
                .toList();
        var newest = matches.stream()
                .filter(message -> !sent.isClaimed(message.id()))
                .max(comparing(message -> requireNonNull(message.createdAt())));
        if (newest.isEmpty() || matches.size() <= sent.equalClaims()) {
            return new CheckResult.Open<>("messages with the same text since %s: %d, that others may have sent: %d"
                    .formatted(sent.at(), matches.size(), sent.equalClaims()));
        }
        var id = newest.get().id();
        return new CheckResult.Applied<>(
                new Accepted(),
                id,
                "message %s of %s has the same text".formatted(id, newest.get().createdAt()));
    }

    private boolean isAlike(Message message) {
        return FROM_THE_COMPANY.equals(message.type()) && text.equals(message.text()) && message.createdAt() != null;
    }
}
