package io.leeloogateway.leeloo.http;

/** There is no token to begin with; without one nothing can be asked of Leeloo. */
final class InvalidLeelooToken extends IllegalStateException {

    private static final long serialVersionUID = 1;

    InvalidLeelooToken(Exception cause) {
        super("no token for Leeloo: set LEELOO_TOKEN, or LEELOO_TOKEN_FILE to a file that holds it", cause);
    }
}
