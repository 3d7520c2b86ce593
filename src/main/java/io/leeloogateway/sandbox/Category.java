package io.leeloogateway.sandbox;

import java.util.List;

/** A folder of templates. */
record Category(String id, String name, List<Template> templates) {}
