package io.leeloogateway.people;

import java.util.List;

/** By what a person can be reached, as far as copies know. */
record Card(List<String> phones, List<String> emails, List<String> channelIds) {

    static final Card EMPTY = new Card(List.of(), List.of(), List.of());

    Card {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        channelIds = List.copyOf(channelIds);
    }
}
