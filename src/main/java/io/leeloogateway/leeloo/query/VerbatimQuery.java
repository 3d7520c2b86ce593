package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A query with the parameters of a caller who speaks Leeloo's own API.
 *
 * @param plain the query of the same endpoint
 * @param parameters the query parameters by name, passed on unchanged
 */
public record VerbatimQuery<T>(Query<T> plain, Map<String, List<String>> parameters) implements Query<T> {

    /** The order of the names has no meaning. */
    public VerbatimQuery {
        parameters = new TreeMap<>(parameters);
    }

    @Override
    public Target target() {
        return plain.target();
    }
}
