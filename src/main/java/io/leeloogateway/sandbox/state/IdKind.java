package io.leeloogateway.sandbox.state;

import java.util.Locale;

/** The kinds of objects with ids, and the code of each kind in its ids. */
public enum IdKind {
    PERSON(0x01),
    CHANNEL(0x02),
    TAG(0x03),
    CONNECTION(0x04),
    USER(0x05),
    TUNNEL(0x06),
    BLOCK(0x07),
    TOOL(0x08),
    CATEGORY(0x09),
    TEMPLATE(0x0a),
    ORDER(0x0b),
    OFFER(0x0c),
    CREDITS(0x0d),
    MESSAGE(0x0e),
    SOURCE(0x0f),
    COMMENT(0x10),
    CALL(0x11),
    COMPANY(0x12);

    private final int code;

    IdKind(int code) {
        this.code = code;
    }

    /** The id with this number. People have the even numbers of their kind, their first channels the odd numbers. */
    public String id(long number) {
        return String.format(Locale.ROOT, "64a0c3f0%04x%012x", code, number);
    }

    public static String person(long number) {
        return PERSON.id(2 * number);
    }

    public static String firstChannel(long number) {
        return PERSON.id(2 * number + 1);
    }
}
