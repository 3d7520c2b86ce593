package io.leeloogateway.sandbox;

/** The ids in docs/sandbox.md, as literals so that a change of the id scheme fails a test. */
public final class SeedIds {

    public static final String ANNA = "64a0c3f00001000000000002";
    public static final String CHANNEL = "64a0c3f00001000000000003";
    public static final String TAG_VIP = "64a0c3f00003000000000001";
    public static final String TAG_WEBINAR = "64a0c3f00003000000000003";
    public static final String CONNECTION = "64a0c3f00004000000000001";
    public static final String USER = "64a0c3f00005000000000001";
    public static final String TUNNEL = "64a0c3f00006000000000001";
    public static final String BLOCK = "64a0c3f00007000000000001";
    public static final String TOOL = "64a0c3f00008000000000001";
    static final String CATEGORY = "64a0c3f00009000000000001";
    public static final String TEMPLATE = "64a0c3f0000a000000000001";
    public static final String ORDER = "64a0c3f0000b000000000001";
    public static final String OFFER = "64a0c3f0000c000000000001";
    public static final String CREDITS = "64a0c3f0000d000000000001";
    public static final String UNKNOWN_ID = "64a0c3f0ffffffffffffffff";

    private SeedIds() {}
}
