package io.leeloogateway.audit.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table (RFC 4180) whose cells no spreadsheet takes for formulas. */
final class CsvFormatter implements LineFormatter {

    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "requestId",
            "clientId",
            "keyId",
            "source",
            "operation",
            "targetKind",
            "targetIds",
            "personIds",
            "outcome",
            "status",
            "problem",
            "durationMs",
            "answeredFrom",
            "ageSeconds",
            "leelooCalls",
            "operationId",
            "requests",
            "changes");

    private static final String FORMULAS = "=+-@\t\r";

    @Override
    public String head() {
        return String.join(",", COLUMNS) + "\r\n";
    }

    @Override
    public String line(EntryView entry) {
        var target = entry.target();
        return Stream.of(
                                entry.id(),
                                entry.at(),
                                entry.requestId(),
                                text(entry.clientId()),
                                text(entry.keyId()),
                                text(entry.source()),
                                text(entry.operation()),
                                target == null ? "" : target.kind(),
                                target == null ? "" : String.join(" ", target.ids()),
                                String.join(" ", entry.personIds()),
                                text(entry.outcome()),
                                text(entry.status()),
                                text(entry.problem()),
                                text(entry.durationMs()),
                                text(entry.answeredFrom()),
                                text(entry.ageSeconds()),
                                text(entry.leelooCalls()),
                                text(entry.operationId()),
                                entry.requests(),
                                entry.changes().stream()
                                        .map(FieldView::toString)
                                        .collect(Collectors.joining(" ")))
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A spreadsheet shows what stands behind an apostrophe and computes nothing. */
    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static Object text(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
