package io.leeloogateway.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The failure modes of Leeloo, with the default of their parameter. The meaning of the parameter depends on the kind. */
public enum FaultKind {
    NONE(0),
    THROTTLED(0),
    THROTTLED_RETRY_AFTER(7),
    ERROR_200(0),
    ERROR_400(0),
    ERROR_401(0),
    HTML_502(0),
    GARBAGE(0),
    CUT(0),
    SLOW_FIRST_BYTE(30_000),
    SLOW_DRIP(100),
    TRUNCATED(0),
    CUT_AFTER_APPLY(0),
    HANG_AFTER_APPLY(30_000),
    NOT_DEFINED(0),
    DUPLICATE_PHONES(0),
    SHIFTING_ROWS(0),
    SHORT_PAGES(0),
    CLAMPED_LIMIT(0),
    LYING_TOTAL(1),
    INCLUDED(0),
    OTHER_DATES(0),
    STRING_PRICES(0),
    UNKNOWN_ENUM(0),
    UNKNOWN_FIELDS(0),
    WRONG_SHAPE(0);

    private final long number;

    FaultKind(long number) {
        this.number = number;
    }

    long number() {
        return number;
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
