package io.leeloogateway.audit.query;

import io.leeloogateway.request.InstantModule;
import tools.jackson.databind.json.JsonMapper;

/** Formats entries as NDJSON, one JSON object per line, as in lists. */
final class JsonLinesFormatter implements LineFormatter {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new InstantModule()).build();

    @Override
    public String header() {
        return "";
    }

    @Override
    public String line(EntryView entry) {
        return JSON.writeValueAsString(entry) + "\n";
    }
}
