package io.leeloogateway.leeloo.model;

/** How many people an import was taken for; they come later and without ids. */
public record SmsImport(int accepted) {}
