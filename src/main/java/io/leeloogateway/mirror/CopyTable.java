package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.CopyKind;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of copies with what can be looked up in them, beside {@code id, document, hash, fetched_at, generation}. */
public interface CopyTable {

    /** What it is called. */
    String name();

    /** What lies there. */
    CopyKind kind();

    /** What can be looked up, by column, in such an answer. */
    Map<String, @Nullable Object> columns(Object answer);

    /** The columns that lists tell of, too, beside {@code row} and {@code row_at}; empty where there is no such list. */
    default Set<String> rowColumns() {
        return Set.of();
    }

    /** The answer with what a list told later; nothing is lost that only the answer knows. */
    default Object freshen(Object answer, String row) {
        return answer;
    }
}
