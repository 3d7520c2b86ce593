package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Request body of Leeloo endpoints 21 and 22. */
record TagBody(@JsonProperty("tag_id") String tagId) {}
