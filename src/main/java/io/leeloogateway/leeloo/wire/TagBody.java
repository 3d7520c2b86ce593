package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of operations 21 and 22. */
record TagBody(@JsonProperty("tag_id") String tagId) {}
