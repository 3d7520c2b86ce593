package io.leeloogateway.leeloo;

/** Whether a person hears of its new order. */
public enum Notification {
    SENT,
    NONE
}
