package io.leeloogateway.audit.query;

/** The formats in which all that was found is given at once. */
final class ExportFormat {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private ExportFormat() {}
}
