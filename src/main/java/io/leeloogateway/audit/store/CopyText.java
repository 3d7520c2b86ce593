package io.leeloogateway.audit.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    CopyText add(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    CopyText addArray(List<String> values) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return add(array.append('}'));
    }

    void endRow() {
        text.append('\n');
        isFirst = true;
    }

    private void separate() {
        text.append(isFirst ? "" : "\t");
        isFirst = false;
    }

    private void escape(String value) {
        for (var i = 0; i < value.length(); i++) {
            var next = value.charAt(i);
            switch (next) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(next);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
