package io.leeloogateway.audit;

/** The formats in which all that was found is given at once. */
final class Export {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private Export() {}
}
