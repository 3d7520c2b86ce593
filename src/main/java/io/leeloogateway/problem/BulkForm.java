package io.leeloogateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with a list of many rows. Its validation stops at as many invalid rows as a problem shows errors. */
public interface BulkForm {

    /** The rows before their validation; null if the body has none. */
    @Nullable
    List<? extends @Nullable Object> rows();

    /** With the first rows only. */
    BulkForm withRows(int number);
}
