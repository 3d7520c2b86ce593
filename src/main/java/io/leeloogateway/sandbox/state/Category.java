package io.leeloogateway.sandbox.state;

import java.util.List;

/** A category of message templates. */
public record Category(String id, String name, List<Template> templates) {}
