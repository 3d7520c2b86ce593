package io.leeloogateway.leeloo;

/** The types of cached responses; each has its own time-to-live. */
public enum ResourceType {
    PERSON,
    ORDER,
    TAGS,
    PEOPLE_LIST,
    ORDER_LIST,
    CHANNEL_LIST,
    CHANNEL_PERSON,
    REFERENCE,
    STATISTICS,
    MESSAGES
}
