package io.leeloogateway.leeloo;

/** A successful response of Leeloo: the value read from its body, and the body. */
public record LeelooResponse<T>(T value, RawBody body) {}
