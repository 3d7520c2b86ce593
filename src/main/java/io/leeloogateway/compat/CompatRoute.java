package io.leeloogateway.compat;

import io.leeloogateway.leeloo.LeelooEndpoint;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import io.leeloogateway.request.RouteSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A route in Leeloo's own words, with the action and the scope of the same route under {@code /api/v1}. */
final class CompatRoute implements RouteSource {

    /** Leeloo decides which ids exist; these texts cannot change the path. */
    private static final Pattern PATH_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LeelooEndpoint endpoint;
    private final Route route;
    private final CompatReads reads;
    private final CompatChanges changes;

    CompatRoute(LeelooEndpoint endpoint, Route route, CompatReads reads, CompatChanges changes) {
        this.endpoint = endpoint;
        this.route = route;
        this.reads = reads;
        this.changes = changes;
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public Dialect dialect() {
        return Dialect.LEELOO;
    }

    @ResponseBody
    ResponseEntity<byte[]> serve(@PathVariable Map<String, String> path, HttpServletRequest request)
            throws ServletException, IOException {
        var pathId = path.values().stream().findFirst().map(LowerCaseIds::of).orElse("");
        if (!path.isEmpty() && !PATH_ID.matcher(pathId).matches()) {
            throw new WrongId();
        }
        try {
            return endpoint.isRead()
                    ? reads.serve(endpoint, pathId, request)
                    : changes.serve(endpoint, pathId, request);
        } catch (LeelooException e) {
            return e.ownBody().map(body -> failure(e, body)).orElseThrow(() -> e);
        }
    }

    /** Leeloo's failure as it came, with its HTTP status, which is usually 200. */
    private static ResponseEntity<byte[]> failure(LeelooException e, RawBody body) {
        RequestContext.current().audit().setProblem(e.type().slug());
        return ResponseEntity.status(e.upstreamStatus().orElseThrow())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.bytes());
    }
}
