package io.leeloogateway.leeloo;

/** The body of operation 20. */
record CommentBody(String comment) {}
