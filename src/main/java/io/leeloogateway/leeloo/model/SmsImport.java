package io.leeloogateway.leeloo.model;

/** The number of people that an import accepted. Leeloo creates them later and returns no ids. */
public record SmsImport(int accepted) {}
