package io.leeloogateway.problem.openapi;

import static io.leeloogateway.problem.ProblemType.CONFLICT;
import static io.leeloogateway.problem.ProblemType.ERASURE_INCOMPLETE;
import static io.leeloogateway.problem.ProblemType.LEELOO_REJECTED;
import static io.leeloogateway.problem.ProblemType.MISSING_SCOPE;
import static io.leeloogateway.problem.ProblemType.OVERLOADED;
import static io.leeloogateway.problem.ProblemType.RESPONSE_UNAVAILABLE;
import static io.leeloogateway.problem.ProblemType.TOO_MANY_BODIES;
import static io.leeloogateway.problem.ProblemType.UNAUTHENTICATED;

import io.leeloogateway.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** Names the problem responses that operations share: the kind of route, the status, and what tells responses apart. */
final class ProblemResponseNames {

    private ProblemResponseNames() {}

    static String of(List<ProblemType> types, DocumentedOperation operation) {
        if (types.contains(UNAUTHENTICATED)) {
            return "Unauthenticated";
        }
        return kind(operation) + pascal(types.getFirst().status().name()) + difference(types, operation);
    }

    private static String kind(DocumentedOperation operation) {
        if (!operation.requiresKey()) {
            return "Public";
        }
        if (operation.sendsChange()) {
            return "Change";
        }
        return operation.callsLeeloo() ? "Read" : operation.isSafe() ? "Query" : "Administration";
    }

    private static String difference(List<ProblemType> types, DocumentedOperation operation) {
        if (types.contains(MISSING_SCOPE)) {
            return pascal(operation.scope());
        }
        if (types.contains(LEELOO_REJECTED)) {
            return RejectedField.of(operation)
                    .map(field -> StringUtils.capitalize(field.name()))
                    .orElse("");
        }
        if (types.contains(CONFLICT)) {
            return conflict(operation);
        }
        if (types.contains(ERASURE_INCOMPLETE)) {
            return "Erasure";
        }
        if (types.contains(TOO_MANY_BODIES) || types.contains(OVERLOADED)) {
            return "WithBody";
        }
        return types.contains(RESPONSE_UNAVAILABLE) ? "WithResponse" : "";
    }

    private static String conflict(DocumentedOperation operation) {
        if (operation.setsUniqueName()) {
            return "Name";
        }
        if (operation.deletesClient()) {
            return "Used";
        }
        if (operation.startsSyncRun()) {
            return "SyncRun";
        }
        return operation.resolvesOperation() ? "Resolution" : "Verification";
    }

    private static String pascal(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }
}
