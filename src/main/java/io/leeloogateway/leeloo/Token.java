package io.leeloogateway.leeloo;

/** A company's token at Leeloo; it shows itself to nobody but the wire. */
final class Token {

    private final String value;

    /** Stray blanks are a known mistake (the vendor's own page says so). Public, so that settings can be bound to it. */
    public Token(String value) {
        this.value = value.strip();
    }

    boolean isBlank() {
        return value.isEmpty();
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
