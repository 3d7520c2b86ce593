package io.leeloogateway.client;

import io.leeloogateway.client.model.Problem;
import org.springframework.http.HttpHeaders;

/** An error response. {@code problem().getType()} names the kind of error; unknown kinds can appear at any time. */
public final class GatewayProblem extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient Problem problem;
    private final transient HttpHeaders headers;

    GatewayProblem(Problem problem, HttpHeaders headers) {
        super("%s: %s (request %s)".formatted(problem.getType(), problem.getDetail(), problem.getRequestId()));
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    public HttpHeaders headers() {
        return headers;
    }
}
