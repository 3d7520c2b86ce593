package io.leeloogateway.leeloo.http;

/** The company's token for Leeloo, with a masked {@code toString}. */
final class Token {

    private final String value;

    /** Strips blanks, a known mistake according to Leeloo's documentation. Public for the binding of settings. */
    public Token(String value) {
        this.value = value.strip();
    }

    /** Checked before Netty, whose exception would show the token. An inner blank is part of {@code Bearer …}. */
    boolean fitsHeader() {
        return value.matches("[\\x20-\\x7e]+");
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
