package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.LeelooNotFound;

/** A proof that leaves open what Leeloo does not know: it may have been removed since. */
record NotFoundTolerantCheck<T>(OutcomeCheck<T> proof) implements OutcomeCheck<T> {

    @Override
    public CheckResult<T> look(FreshReader witness, SendFacts sent) {
        try {
            return proof.look(witness, sent);
        } catch (LeelooNotFound e) {
            return new CheckResult.Open<>(e.detail());
        }
    }
}
