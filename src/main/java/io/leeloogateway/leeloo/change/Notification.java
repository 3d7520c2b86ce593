package io.leeloogateway.leeloo.change;

/** Whether a person hears of its new order. */
public enum Notification {
    SENT,
    NONE
}
