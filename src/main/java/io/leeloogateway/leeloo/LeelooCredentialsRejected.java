package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** Leeloo rejected the gateway's token, or the gateway could not read its token. */
public final class LeelooCredentialsRejected extends LeelooException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why the token was of no use. */
    public enum Reason {
        /** Leeloo read the request and rejected its token. */
        REJECTED,
        /** Leeloo has rejected the token several times, so the gateway sent nothing. */
        REJECTED_BEFORE,
        /** The gateway has no token, so it sent nothing. */
        TOKEN_UNREADABLE
    }

    private LeelooCredentialsRejected(String detail, Reason reason) {
        super(ProblemType.LEELOO_CREDENTIALS, detail, null);
        this.reason = reason;
    }

    public static LeelooCredentialsRejected byLeeloo() {
        return new LeelooCredentialsRejected(
                "Leeloo refused the gateway's token; your key is not to blame", Reason.REJECTED);
    }

    public static LeelooCredentialsRejected rejectedBefore() {
        return new LeelooCredentialsRejected(
                "Leeloo refuses the gateway's token; your key is not to blame, and nothing was sent",
                Reason.REJECTED_BEFORE);
    }

    public static LeelooCredentialsRejected unreadableToken() {
        return new LeelooCredentialsRejected(
                "the gateway's own token for Leeloo cannot be read", Reason.TOKEN_UNREADABLE);
    }

    public Reason reason() {
        return reason;
    }
}
