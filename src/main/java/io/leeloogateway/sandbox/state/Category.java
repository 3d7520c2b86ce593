package io.leeloogateway.sandbox.state;

import java.util.List;

/** A folder of templates. */
public record Category(String id, String name, List<Template> templates) {}
