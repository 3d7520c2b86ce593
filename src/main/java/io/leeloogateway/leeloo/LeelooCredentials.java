package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** Leeloo does not take the gateway's token. */
public final class LeelooCredentials extends LeelooException {

    private static final long serialVersionUID = 1;

    LeelooCredentials() {
        super(ProblemType.LEELOO_CREDENTIALS, "Leeloo refused the gateway's token; your key is not to blame", null);
    }
}
