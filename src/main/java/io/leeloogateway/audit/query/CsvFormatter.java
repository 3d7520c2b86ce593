package io.leeloogateway.audit.query;

import io.leeloogateway.request.Rfc3339;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats entries as CSV (RFC 4180). Spreadsheets take no cell for a formula. */
final class CsvFormatter implements LineFormatter {

    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "requestId",
            "clientId",
            "keyId",
            "source",
            "action",
            "targetKind",
            "targetIds",
            "personIds",
            "outcome",
            "status",
            "problem",
            "durationMs",
            "servedFrom",
            "ageSeconds",
            "leelooCalls",
            "operationId",
            "requests",
            "changes",
            "dialect");

    private static final String FORMULA_STARTS = "=+-@\t\r";

    @Override
    public String header() {
        return String.join(",", COLUMNS) + "\r\n";
    }

    @Override
    public String line(EntryView entry) {
        var target = entry.target();
        return Stream.of(
                                entry.id(),
                                Rfc3339.format(entry.at()),
                                entry.requestId(),
                                text(entry.clientId()),
                                text(entry.keyId()),
                                text(entry.source()),
                                text(entry.action()),
                                target == null ? "" : target.kind(),
                                target == null ? "" : String.join(" ", target.ids()),
                                String.join(" ", entry.personIds()),
                                text(entry.outcome()),
                                text(entry.status()),
                                text(entry.problem()),
                                text(entry.durationMs()),
                                text(entry.servedFrom()),
                                text(entry.ageSeconds()),
                                text(entry.leelooCalls()),
                                text(entry.operationId()),
                                entry.requests(),
                                entry.changes().stream()
                                        .map(FieldView::toString)
                                        .collect(Collectors.joining(" ")),
                                entry.dialect())
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** The apostrophe makes a spreadsheet show the text instead of computing it. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static Object text(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
