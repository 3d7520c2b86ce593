package io.leeloogateway.problem;

import io.leeloogateway.request.ApiKeyPattern;

/** Refuses keys where they must not stand: there they end up in logs, histories and customers' chats. */
public final class CredentialLeakGuard {

    private CredentialLeakGuard() {}

    /** The text as the route would read it, its escapes resolved. */
    public static void refuse(String place, CharSequence text) {
        if (ApiKeyPattern.isIn(text)) {
            throw in(place);
        }
    }

    public static InvalidRequest in(String place) {
        return InvalidRequest.of(
                place, "forbidden", "must not contain a key; send it as Authorization: Bearer, and replace this one");
    }
}
