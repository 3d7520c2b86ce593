package io.leeloogateway.sandbox.state;

import java.math.BigDecimal;

/** Something the company sells; no call lists offers. */
public record Offer(String id, String title, String description, BigDecimal price, String currency) {}
