package io.leeloogateway.audit.query;

/** How an export spells entries. */
sealed interface LineFormatter permits JsonLinesFormatter, CsvFormatter {

    /** What comes before the first entry. */
    String head();

    String line(EntryView entry);
}
