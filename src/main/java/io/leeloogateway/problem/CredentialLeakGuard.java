package io.leeloogateway.problem;

import io.leeloogateway.request.ApiKeyPattern;

/** Rejects API keys outside of the Authorization header, where logs, histories and customers' chats would expose them. */
public final class CredentialLeakGuard {

    private CredentialLeakGuard() {}

    /** Throws if the decoded text contains an API key. */
    public static void check(String field, CharSequence text) {
        if (ApiKeyPattern.isIn(text)) {
            throw forbidden(field);
        }
    }

    public static InvalidRequest forbidden(String field) {
        return InvalidRequest.of(
                field,
                "forbidden",
                "must not contain a key; send the key as Authorization: Bearer, and replace this key");
    }
}
