package io.leeloogateway.sandbox;

/** The company's account at a payment service; no call lists them. */
record Credits(String id, String paymentMethod) {}
