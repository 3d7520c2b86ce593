package io.leeloogateway.request;

/** What a room does for nothing before the gateway says that it is ready, so that the first request is not the slowest; leaves no trace. */
public interface WarmUp {

    /** May fail, and may be done many times. */
    void rehearse();
}
