package io.leeloogateway.quota;

/** By what the history of the quota is divided. */
enum QuotaGrouping {
    CALL_CLASS("call_class"),
    CLIENT("client_id");

    private final String column;

    QuotaGrouping(String column) {
        this.column = column;
    }

    static QuotaGrouping of(String by) {
        return by.equals("client") ? CLIENT : CALL_CLASS;
    }

    String column() {
        return column;
    }
}
