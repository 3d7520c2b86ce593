package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.LeelooNotFound;

/** Turns an unknown resource into an inconclusive result, because the resource may have been removed since the send. */
record NotFoundTolerantCheck<T>(OutcomeCheck<T> check) implements OutcomeCheck<T> {

    @Override
    public CheckResult<T> evaluate(FreshReader reader, SendFacts facts) {
        try {
            return check.evaluate(reader, facts);
        } catch (LeelooNotFound e) {
            return new CheckResult.Inconclusive<>(e.detail());
        }
    }
}
