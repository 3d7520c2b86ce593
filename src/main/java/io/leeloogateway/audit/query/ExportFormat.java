package io.leeloogateway.audit.query;

/** Media types of exports. */
final class ExportFormat {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private ExportFormat() {}
}
