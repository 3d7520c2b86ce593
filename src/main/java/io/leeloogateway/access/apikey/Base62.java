package io.leeloogateway.access.apikey;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Encodes numbers and generates random text in digits and letters, which need no escaping. */
public final class Base62 {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private Base62() {}

    /** Encodes a number in the given number of digits, with leading zeros. */
    static String encode(BigInteger number, int length) {
        var digits = new StringBuilder(length);
        var rest = number;
        while (digits.length() < length) {
            var division = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(division[1].intValue()));
            rest = division[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException("the number does not fit into " + length + " digits");
        }
        return digits.reverse().toString();
    }

    /** Generates uniformly distributed digits. */
    public static String random(SecureRandom random, int length) {
        var digits = new StringBuilder(length);
        while (digits.length() < length) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return digits.toString();
    }
}
