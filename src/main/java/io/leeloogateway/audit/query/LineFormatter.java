package io.leeloogateway.audit.query;

/** Formats the entries of an export. */
sealed interface LineFormatter permits JsonLinesFormatter, CsvFormatter {

    /** The text before the first entry. */
    String header();

    String line(EntryView entry);
}
