package io.leeloogateway.sandbox.state;

/** The company's account at a payment service; no call lists them. */
public record PaymentAccount(String id, String paymentMethod) {}
