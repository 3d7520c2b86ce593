package io.leeloogateway.cache.store;

import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.request.MatchedRoute;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of an answer and the entries they come from. The answer is valid while these are the current versions of the entries.
 *
 * @param body the body, JSON; never changed
 * @param etag its strong entity tag
 * @param sources the entries, in the order of the reads
 * @param subjectIds the people whose data the answer contains, for the audit log
 * @param address the route of the request
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RenderedAnswer(byte[] body, String etag, List<Source> sources, Set<String> subjectIds, Address address) {

    private static final int OVERHEAD = 500;
    private static final int SUBJECT = 80;

    public RenderedAnswer {
        sources = List.copyOf(sources);
        subjectIds = Set.copyOf(subjectIds);
    }

    int size() {
        return body.length + OVERHEAD + SUBJECT * subjectIds.size();
    }

    /** A route, its path template, and the values of the variables in the path. */
    public record Address(MatchedRoute route, String template, Map<String, String> variables) {

        public Address {
            variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables)); // in their order
        }
    }

    /** A version of a cache entry, without its content. */
    public record Source(CacheKey key, CacheEntry version) {}
}
