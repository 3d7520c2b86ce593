package io.leeloogateway.audit;

import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line, the same as in lists. */
final class JsonLines implements Lines {

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
