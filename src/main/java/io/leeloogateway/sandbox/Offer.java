package io.leeloogateway.sandbox;

import java.math.BigDecimal;

/** Something the company sells; no call lists offers. */
record Offer(String id, String title, String description, BigDecimal price, String currency) {}
