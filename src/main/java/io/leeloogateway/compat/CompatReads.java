package io.leeloogateway.compat;

import io.leeloogateway.cache.CachedPersonIds;
import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.LeelooEndpoint;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.verbatim.VerbatimRequests;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers reads with Leeloo's own JSON, from the cache or from Leeloo. */
@Component
class CompatReads {

    /** The scopes of the resources that a client can include, by Leeloo's name in lower case. */
    private static final Map<String, String> INCLUDED = Map.of("orders", "orders:read", "contactedusers", "users:read");

    private final LeelooCache cache;
    private final CachedPersonIds personIds;

    CompatReads(LeelooCache cache, CachedPersonIds personIds) {
        this.cache = cache;
        this.personIds = personIds;
    }

    ResponseEntity<byte[]> serve(LeelooEndpoint endpoint, String pathId, HttpServletRequest request) {
        var parameters = QueryParameters.of(request);
        requireScopesOf(parameters);
        var response = read(VerbatimRequests.read(endpoint, pathId, parameters));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(response.body().bytes());
    }

    private <T> LeelooResponse<T> read(Query<T> query) {
        var response = cache.readWithBody(query);
        var audit = RequestContext.current().audit();
        audit.addSubjects(Subjects.of(response.value()));
        audit.addSubjects(owner(query.plain()).stream().toList());
        return response;
    }

    /** The person whom Leeloo's messages and a single order do not name, as far as the cache knows. */
    private Optional<String> owner(Query<?> query) {
        return switch (query) {
            case ListMessages(var channelId, var _) -> personIds.findByChannel(channelId);
            case FindOrder(var orderId) -> personIds.findByOrder(orderId);
            default -> Optional.empty();
        };
    }

    /** Frameworks also read {@code include[]}, {@code [include]} and {@code x=1;include=…}, and some ignore the case. */
    private static void requireScopesOf(Map<String, List<String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> Stream.concat(Stream.of(parameter.getKey()), parameter.getValue().stream()))
                .collect(Collectors.joining(","))
                .toLowerCase(Locale.ROOT);
        INCLUDED.forEach((name, scope) -> {
            if (query.contains("include") && query.contains(name)) {
                MissingScope.require(scope);
            }
        });
    }
}
