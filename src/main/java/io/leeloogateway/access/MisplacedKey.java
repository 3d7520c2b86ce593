package io.leeloogateway.access;

import io.leeloogateway.problem.InvalidRequest;
import java.util.regex.Pattern;

/** Finds keys where they must not stand: there they end up in logs and histories. */
final class MisplacedKey {

    private static final Pattern KEY = Pattern.compile("lgw_[0-9A-Za-z]+_[0-9A-Za-z]{40,}");
    private static final Pattern NAME =
            Pattern.compile("(?i)(^|&)(access_token|api[-_]?key|auth[-_]?token|authorization|bearer)=");

    private MisplacedKey() {}

    static void refuseInQuery(String query) {
        if (NAME.matcher(query).find() || KEY.matcher(query).find()) {
            throw refusal("query");
        }
    }

    static void refuseInBody(CharSequence body) {
        if (KEY.matcher(body).find()) {
            throw refusal("body");
        }
    }

    private static InvalidRequest refusal(String place) {
        return InvalidRequest.of(
                place, "forbidden", "must not contain a key; send it as Authorization: Bearer, and replace this one");
    }
}
