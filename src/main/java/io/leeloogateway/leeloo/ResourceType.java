package io.leeloogateway.leeloo;

/** Kinds of answers of which copies are kept, each with its own idea of freshness. */
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
