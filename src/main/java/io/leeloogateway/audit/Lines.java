package io.leeloogateway.audit;

/** How an export spells entries. */
sealed interface Lines permits JsonLines, CsvLines {

    /** What comes before the first entry. */
    String head();

    String line(EntryView entry);
}
