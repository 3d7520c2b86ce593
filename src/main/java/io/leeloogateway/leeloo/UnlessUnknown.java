package io.leeloogateway.leeloo;

/** A proof that leaves open what Leeloo does not know: it may have been removed since. */
record UnlessUnknown<T>(Proof<T> proof) implements Proof<T> {

    @Override
    public Finding<T> look(Witness witness, Sent sent) {
        try {
            return proof.look(witness, sent);
        } catch (LeelooNotFound e) {
            return new Finding.Open<>(e.detail());
        }
    }
}
