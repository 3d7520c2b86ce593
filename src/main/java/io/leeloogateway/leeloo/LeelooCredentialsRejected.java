package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** The gateway's token is refused by Leeloo, or is not to be had at all. */
public final class LeelooCredentialsRejected extends LeelooException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** Who found the token to be of no use. */
    public enum Fault {
        /** Leeloo read the request and refused its token. */
        REFUSED,
        /** The gateway has no token to send, so nothing left. */
        UNREADABLE
    }

    private LeelooCredentialsRejected(String detail, Fault fault) {
        super(ProblemType.LEELOO_CREDENTIALS, detail, null);
        this.fault = fault;
    }

    public static LeelooCredentialsRejected refused() {
        return new LeelooCredentialsRejected(
                "Leeloo refused the gateway's token; your key is not to blame", Fault.REFUSED);
    }

    public static LeelooCredentialsRejected unreadable() {
        return new LeelooCredentialsRejected("the gateway's own token for Leeloo cannot be read", Fault.UNREADABLE);
    }

    public Fault fault() {
        return fault;
    }
}
