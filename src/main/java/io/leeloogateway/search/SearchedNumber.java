package io.leeloogateway.search;

import java.util.Collection;
import java.util.List;

/**
 * A number that is searched for.
 *
 * @param fragment the digits without the zeros of a prefix
 * @param phones the phone numbers that it may be; empty where there are no phones
 */
record SearchedNumber(String fragment, Collection<String> phones) {

    SearchedNumber {
        phones = List.copyOf(phones);
    }
}
