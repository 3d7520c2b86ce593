package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooEndpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request to Leeloo.
 *
 * @param pathId the value of the variable in the endpoint's path; null if it has none
 * @param parameters the query parameters by name
 * @param body the value of the JSON body; null for a read
 */
public record LeelooRequest(
        LeelooEndpoint endpoint,
        @Nullable String pathId,
        Map<String, List<String>> parameters,
        @Nullable Object body) {

    static LeelooRequest of(LeelooEndpoint endpoint, @Nullable String pathId) {
        return new LeelooRequest(endpoint, pathId, Map.of(), null);
    }

    static LeelooRequest of(LeelooEndpoint endpoint) {
        return of(endpoint, null);
    }

    LeelooRequest with(Map<String, List<String>> newParameters) {
        return new LeelooRequest(endpoint, pathId, newParameters, body);
    }

    LeelooRequest withBody(Object newBody) {
        return new LeelooRequest(endpoint, pathId, parameters, newBody);
    }

    /** The path and the query with a variable for each text, so that each is percent-encoded completely. */
    String uriTemplate() {
        var pairs = parameters.values().stream().mapToInt(List::size).sum();
        var query = IntStream.range(0, pairs)
                .mapToObj("{name%1$d}={value%1$d}"::formatted)
                .collect(Collectors.joining("&"));
        return endpoint.path() + (query.isEmpty() ? "" : "?" + query);
    }

    /** The values of the template's variables, in order. */
    Object[] uriVariables() {
        var inQuery = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().flatMap(value -> Stream.of(parameter.getKey(), value)));
        return Stream.concat(Stream.ofNullable(pathId), inQuery).toArray();
    }
}
