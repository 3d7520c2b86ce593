package io.leeloogateway.sandbox.state;

/** The company's account at a payment service; no endpoint lists payment accounts. */
public record PaymentAccount(String id, String paymentMethod) {}
