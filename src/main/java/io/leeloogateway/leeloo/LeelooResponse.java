package io.leeloogateway.leeloo;

/** What Leeloo answered: as we read it, and as it came. */
public record LeelooResponse<T>(T value, RawBody document) {}
