package io.leeloogateway.leeloo;

/** There is no token to begin with; without one nothing can be asked of Leeloo. */
final class UnusableToken extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnusableToken(Exception cause) {
        super("no token for Leeloo: set LEELOO_TOKEN, or LEELOO_TOKEN_FILE to a file that holds it", cause);
    }
}
