package io.leeloogateway.quota;

/** The calls to Leeloo that were made, those of them that waited for their turn, and those that were refused. */
record CallCounts(long used, long waited, long refused) {

    static final CallCounts NONE = new CallCounts(0, 0, 0);

    CallCounts plus(CallCounts other) {
        return new CallCounts(used + other.used, waited + other.waited, refused + other.refused);
    }

    CallCounts minus(CallCounts other) {
        return new CallCounts(used - other.used, waited - other.waited, refused - other.refused);
    }
}
