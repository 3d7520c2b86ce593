package io.leeloogateway.leeloo.http;

/** A company's token at Leeloo; it shows itself to nobody but the wire. */
public final class Token {

    private final String value;

    /** Stray blanks are a known mistake (the vendor's own page says so). Public, so that settings can be bound to it. */
    public Token(String value) {
        this.value = value.strip();
    }

    /** Netty would show what it refuses to write, so it is asked first; a blank within is part of {@code Bearer …}. */
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
