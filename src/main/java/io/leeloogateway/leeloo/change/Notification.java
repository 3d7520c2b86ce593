package io.leeloogateway.leeloo.change;

/** Whether Leeloo notifies the person of its new order. */
public enum Notification {
    SENT,
    NONE
}
