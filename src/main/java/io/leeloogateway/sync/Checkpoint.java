package io.leeloogateway.sync;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a run goes on.
 *
 * @param walk the position in the list
 * @param checkedUpTo the entries up to this id are checked; null while the list is walked
 * @param lastMessageFrom only people whose last message is from this instant or later; null for the whole list
 */
record Checkpoint(
        Walk walk, @Nullable String checkedUpTo, @Nullable String lastMessageFrom) {

    private static final JsonMapper JSON = new JsonMapper();

    static Checkpoint start(@Nullable String lastMessageFrom) {
        return new Checkpoint(Walk.START, null, lastMessageFrom);
    }

    static Checkpoint parse(String json) {
        return JSON.readValue(json, Checkpoint.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    Checkpoint at(Walk next) {
        return new Checkpoint(next, null, lastMessageFrom);
    }

    Checkpoint checked(String id) {
        return new Checkpoint(walk, id, lastMessageFrom);
    }
}
