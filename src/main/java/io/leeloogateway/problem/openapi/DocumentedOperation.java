package io.leeloogateway.problem.openapi;

import static io.leeloogateway.problem.ProblemType.*;

import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An operation as the document tells of it, and which problems it can have. */
record DocumentedOperation(String path, HttpMethod method, Operation operation, Set<String> bodyFields) {

    /** Where room access writes which scope a route needs. */
    private static final String SCOPE = "x-scope";

    /** What these open is the gateway's own and asks nothing of Leeloo. */
    private static final Set<String> OWN_SCOPES = Set.of("admin", "audit:read", "sync:run", Route.ANY_KEY);

    boolean isGuarded() {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(SCOPE);
    }

    String scope() {
        return String.valueOf(operation.getExtensions().get(SCOPE));
    }

    boolean isOfLeeloo() {
        return isGuarded() && !OWN_SCOPES.contains(scope());
    }

    boolean isChangeOfLeeloo() {
        return isOfLeeloo() && method != HttpMethod.GET;
    }

    List<ProblemType> problems() {
        var problems = Stream.<ProblemType>builder().add(NOT_ACCEPTABLE);
        if (isGuarded()) {
            problems.add(INVALID_REQUEST).add(UNAUTHENTICATED).add(RATE_LIMITED).add(DATABASE_UNAVAILABLE);
        }
        if (isGuarded() && !scope().equals(Route.ANY_KEY)) {
            problems.add(MISSING_SCOPE);
        }
        if (namesThing()) {
            problems.add(NOT_FOUND);
        }
        if (namesOwnThing() || settles() || verifies()) {
            problems.add(CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            problems.add(BODY_TOO_LARGE).add(UNSUPPORTED_MEDIA_TYPE);
        }
        if (isOfLeeloo()) {
            problems.add(LEELOO_REJECTED)
                    .add(LEELOO_UNREADABLE)
                    .add(LEELOO_THROTTLED)
                    .add(LEELOO_UNAVAILABLE)
                    .add(LEELOO_CREDENTIALS)
                    .add(DEADLINE_EXCEEDED);
        }
        if (isOfLeeloo() && !isChangeOfLeeloo()) {
            problems.add(NOT_COPIED);
        }
        if (isChangeOfLeeloo()) {
            problems.add(OPERATION_UNDER_WAY)
                    .add(OPERATION_UNKNOWN)
                    .add(IDEMPOTENCY_KEY_REUSED)
                    .add(CHANGES_DISABLED);
        }
        if (isChangeOfLeeloo() && answersWithBody()) {
            problems.add(ANSWER_UNKNOWN);
        }
        return problems.build().sorted().toList();
    }

    /** An answer without a body is known as soon as it is known that there is one. */
    private boolean answersWithBody() {
        return operation.getResponses().values().stream().anyMatch(answer -> answer.getContent() != null);
    }

    private boolean namesThing() {
        return path.contains("{") && !erases();
    }

    /** What is not there needs not be erased. */
    private boolean erases() {
        return path.endsWith("/personal-data");
    }

    /** Names are unique. */
    private boolean namesOwnThing() {
        return !isOfLeeloo() && bodyFields.contains("name");
    }

    /** One at a time. */
    private boolean verifies() {
        return path.endsWith("/verification");
    }

    /** What is settled stays so. */
    boolean settles() {
        return bodyFields.contains("outcome");
    }
}
