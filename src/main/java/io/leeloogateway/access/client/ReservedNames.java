package io.leeloogateway.access.client;

import io.leeloogateway.problem.InvalidRequest;
import java.util.regex.Pattern;

/** Names that are the ids of callers, or have their form: filters by client, which take both, would find the wrong one. */
final class ReservedNames {

    private static final Pattern RESERVED = Pattern.compile("bootstrap|demo|jwt:.*|cl_.*", Pattern.CASE_INSENSITIVE);

    private ReservedNames() {}

    static String requireFree(String name) {
        if (RESERVED.matcher(name).matches()) {
            throw InvalidRequest.of("name", "format", "must not have the form of a caller's id, such as demo or cl_…");
        }
        return name;
    }
}
