package io.leeloogateway.sandbox.state;

import java.math.BigDecimal;

/** A product of the company; no endpoint lists offers. */
public record Offer(String id, String title, String description, BigDecimal price, String currency) {}
