package io.leeloogateway.leeloo.wire;

/** The body of operation 20. */
record CommentBody(String comment) {}
