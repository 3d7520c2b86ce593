package io.leeloogateway.problem.openapi;

import static io.leeloogateway.problem.ProblemType.*;

import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** An OpenAPI operation and its possible problems. */
record DocumentedOperation(String path, boolean isSafe, Operation operation, Schema<?> form) {

    boolean requiresKey() {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(Route.SCOPE_EXTENSION);
    }

    String scope() {
        return String.valueOf(operation.getExtensions().get(Route.SCOPE_EXTENSION));
    }

    boolean callsLeeloo() {
        return requiresKey() && !isOf(Route.Kind.GATEWAY) && !searchesCache();
    }

    /** A search finds only what is cached. */
    private boolean searchesCache() {
        return path.endsWith("/search");
    }

    boolean sendsChange() {
        return requiresKey() && isOf(Route.Kind.CHANGE);
    }

    private boolean isOf(Route.Kind kind) {
        return kind.value().equals(operation.getExtensions().get(Route.KIND_EXTENSION));
    }

    List<ProblemType> problems() {
        var problems = Stream.<ProblemType>builder();
        if (hasResponseBody()) {
            problems.add(NOT_ACCEPTABLE);
        }
        if (requiresKey()) {
            problems.add(INVALID_REQUEST).add(UNAUTHENTICATED).add(RATE_LIMITED).add(DATABASE_UNAVAILABLE);
        }
        if (requiresKey() && !isSafe) {
            problems.add(PRECONDITION_UNSUPPORTED);
        }
        if (requiresKey() && !isSafe && !sendsChange()) {
            problems.add(IDEMPOTENCY_KEY_UNSUPPORTED);
        }
        if (requiresKey() && (!scope().equals(Route.ANY_KEY) || showsWhatScopesAllow())) {
            problems.add(MISSING_SCOPE);
        }
        if (identifiesResource()) {
            problems.add(NOT_FOUND);
        }
        if (setsUniqueName() || deletesClient() || resolvesOperation() || verifiesAuditLog() || startsSyncRun()) {
            problems.add(CONFLICT);
        }
        if (operation.getRequestBody() != null) {
            problems.add(BODY_TOO_LARGE)
                    .add(UNSUPPORTED_MEDIA_TYPE)
                    .add(TOO_MANY_BODIES)
                    .add(OVERLOADED);
        }
        if (callsLeeloo()) {
            problems.add(LEELOO_REJECTED)
                    .add(LEELOO_UNREADABLE)
                    .add(LEELOO_THROTTLED)
                    .add(LEELOO_QUOTA_EXHAUSTED)
                    .add(LEELOO_UNAVAILABLE)
                    .add(LEELOO_CREDENTIALS)
                    .add(DEADLINE_EXCEEDED);
        }
        if (callsLeeloo() && !sendsChange()) {
            problems.add(NOT_CACHED);
        }
        if (sendsChange()) {
            problems.add(OPERATION_IN_PROGRESS)
                    .add(OPERATION_UNKNOWN)
                    .add(IDEMPOTENCY_KEY_REUSED)
                    .add(CHANGES_DISABLED);
        }
        if (sendsChange() && hasResponseBody()) {
            problems.add(RESPONSE_UNAVAILABLE);
        }
        if (erasesData()) {
            problems.add(ERASURE_INCOMPLETE);
        }
        return problems.build().sorted().toList();
    }

    /** A response without a body can always be replayed. */
    private boolean hasResponseBody() {
        return operation.getResponses().values().stream().anyMatch(answer -> answer.getContent() != null);
    }

    /** One that a caller may lack. */
    String neededScope() {
        return showsWhatScopesAllow() ? "people:read" : scope();
    }

    /** The scopes of the caller decide which kinds of changes it sees. */
    private boolean showsWhatScopesAllow() {
        return path.endsWith("/changes");
    }

    /** There may be no seal yet. */
    private boolean identifiesResource() {
        return (path.contains("{") || path.endsWith("/latest-seal")) && !erasesData();
    }

    /** Erasing the data of an unknown person succeeds. */
    private boolean erasesData() {
        return path.endsWith("/personal-data");
    }

    /** The names of clients are unique. */
    boolean setsUniqueName() {
        return !callsLeeloo() && form.getProperties().containsKey("name");
    }

    /** A client that was used cannot be deleted. */
    boolean deletesClient() {
        return "deleteClient".equals(operation.getOperationId());
    }

    /** Only one verification runs at a time. */
    private boolean verifiesAuditLog() {
        return path.endsWith("/verification");
    }

    /** Only one run of a kind runs at a time. */
    boolean startsSyncRun() {
        return "startSyncRun".equals(operation.getOperationId());
    }

    /** A resolved operation cannot be resolved again. */
    boolean resolvesOperation() {
        return form.getProperties().containsKey("outcome");
    }
}
