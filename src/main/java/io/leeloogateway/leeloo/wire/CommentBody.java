package io.leeloogateway.leeloo.wire;

/** Request body of Leeloo endpoint 20. */
record CommentBody(String comment) {}
