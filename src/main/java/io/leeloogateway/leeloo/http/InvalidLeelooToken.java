package io.leeloogateway.leeloo.http;

/** The gateway has no usable token for Leeloo and does not start. */
final class InvalidLeelooToken extends IllegalStateException {

    private static final long serialVersionUID = 1;

    InvalidLeelooToken(Exception cause) {
        super("no token for Leeloo: set LEELOO_TOKEN, or LEELOO_TOKEN_FILE to a file that holds it", cause);
    }
}
