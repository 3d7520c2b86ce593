package io.leeloogateway.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The failure modes of Leeloo, with the default of their parameter. The meaning of the parameter depends on the kind. */
public enum FaultKind {
    NONE,
    THROTTLED,
    THROTTLED_RETRY_AFTER(7, 86_400),
    ERROR_200,
    ERROR_400,
    ERROR_401,
    HTML_502,
    GARBAGE,
    CUT,
    SLOW_FIRST_BYTE(30_000, FaultKind.MAX_MILLIS),
    SLOW_DRIP(100, FaultKind.MAX_MILLIS),
    TRUNCATED,
    CUT_AFTER_APPLY,
    HANG_AFTER_APPLY(30_000, FaultKind.MAX_MILLIS),
    NOT_DEFINED,
    DUPLICATE_PHONES,
    SHIFTING_ROWS,
    SHORT_PAGES,
    CLAMPED_LIMIT,
    LYING_TOTAL(1, 999_999_999),
    INCLUDED,
    OTHER_DATES,
    STRING_PRICES,
    UNKNOWN_ENUM,
    UNKNOWN_FIELDS,
    WRONG_SHAPE;

    /** No test waits longer, and each wait keeps a connection. */
    private static final long MAX_MILLIS = 120_000;

    private final long number;
    private final long max;

    /** A kind without a parameter. */
    FaultKind() {
        this(0, 0);
    }

    FaultKind(long number, long max) {
        this.number = number;
        this.max = max;
    }

    long number() {
        return number;
    }

    long max() {
        return max;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(FaultKind::wireName).collect(Collectors.joining(", "));
    }
}
