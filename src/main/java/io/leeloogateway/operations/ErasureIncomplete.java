package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The deadline has passed while the data of a person was erased in portions; a repeat goes on. */
final class ErasureIncomplete extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private ErasureIncomplete(String detail) {
        super(ProblemType.ERASURE_INCOMPLETE, detail, null);
    }

    static ErasureIncomplete withOperationsLeft(int left) {
        return new ErasureIncomplete("the data of %d operations is not erased yet".formatted(left));
    }

    static ErasureIncomplete withListsLeft(int left) {
        return new ErasureIncomplete("%d cached lists are not deleted yet".formatted(left));
    }

    static ErasureIncomplete withPseudonymsLeft() {
        return new ErasureIncomplete("more pseudonyms of the audit log are not deleted yet");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(RETRY_AFTER);
    }
}
