package io.leeloogateway.leeloo;

/** A changed order has the status that was wanted. */
record OrderProof(String orderId, String status) implements Proof<Accepted> {

    @Override
    public Finding<Accepted> look(Witness witness, Sent sent) {
        var found = witness.ask(new FindOrder(orderId)).status();
        if (found == null) {
            return new Finding.Open<>("order " + orderId + " shows no status");
        }
        return found.equals(status)
                ? new Finding.Applied<>(new Accepted(), orderId, "order " + orderId + " has the status wanted")
                : new Finding.NotApplied<>("order " + orderId + " does not have the status wanted");
    }
}
