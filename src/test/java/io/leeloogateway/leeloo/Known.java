package io.leeloogateway.leeloo;

import java.time.Instant;

/** Who and what the recorded samples tell of. */
final class Known {

    static final String CATEGORY = "64a000000000000000000001";
    static final String TEMPLATE = "64a000000000000000000002";
    static final String CHANNEL = "64a000000000000000000601";
    static final String CONNECTION = "64a000000000000000000901";
    static final String SOURCE = "64a000000000000000001001";
    static final String TOOL = "64a000000000000000001002";
    static final String ORDER = "64a000000000000000001101";
    static final String OFFER = "64a000000000000000001104";
    static final String CREDITS = "64a000000000000000001105";
    static final String ANNA = "64a000000000000000001801";
    static final String TAG = "64a000000000000000002301";
    static final String TUNNEL = "64a000000000000000002401";
    static final String BLOCK = "64a000000000000000002409";
    static final String OLGA = "64a000000000000000002801";
    static final String PHONE = "+12025550143";
    static final String OTHER_PHONE = "+12025550144";
    static final String MAIL = "anna@example.org";
    static final Instant THEN = Instant.parse("2026-01-13T08:20:37.508Z");
    static final Instant LONG_AGO = Instant.parse("2015-04-02T14:20:00Z");

    private Known() {}
}
