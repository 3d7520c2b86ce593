package io.leeloogateway.audit.query;

import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, the same as in lists. */
final class JsonLinesFormatter implements LineFormatter {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String head() {
        return "";
    }

    @Override
    public String line(EntryView entry) {
        return JSON.writeValueAsString(entry) + "\n";
    }
}
