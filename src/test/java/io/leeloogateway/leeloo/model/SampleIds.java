package io.leeloogateway.leeloo.model;

import java.time.Instant;

/** The ids in the recorded responses. */
public final class SampleIds {

    public static final String CATEGORY = "64a000000000000000000001";
    public static final String TEMPLATE = "64a000000000000000000002";
    public static final String CHANNEL = "64a000000000000000000601";
    public static final String CONNECTION = "64a000000000000000000901";
    public static final String SOURCE = "64a000000000000000001001";
    public static final String TOOL = "64a000000000000000001002";
    public static final String ORDER = "64a000000000000000001101";
    public static final String OFFER = "64a000000000000000001104";
    public static final String CREDITS = "64a000000000000000001105";
    public static final String ANNA = "64a000000000000000001801";
    public static final String TAG = "64a000000000000000002301";
    public static final String TUNNEL = "64a000000000000000002401";
    public static final String BLOCK = "64a000000000000000002409";
    public static final String OLGA = "64a000000000000000002801";
    public static final String PHONE = "+12025550143";
    public static final String OTHER_PHONE = "+12025550144";
    public static final String MAIL = "anna@example.org";
    public static final Instant THEN = Instant.parse("2026-01-13T08:20:37.508Z");
    public static final Instant LONG_AGO = Instant.parse("2015-04-02T14:20:00Z");

    private SampleIds() {}
}
