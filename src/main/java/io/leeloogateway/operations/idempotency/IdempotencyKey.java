package io.leeloogateway.operations.idempotency;

import io.leeloogateway.problem.CredentialLeakGuard;
import io.leeloogateway.problem.InvalidRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The client's name for one change, the same in every retry (draft-ietf-httpapi-idempotency-key-header). */
public record IdempotencyKey(String text) {

    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    /** Each character of a quoted string may have an escape. */
    private static final int MAX_HEADER_LENGTH = 2 * MAX_LENGTH + 2;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    /** Parses the header. A quoted string (RFC 9651, 3.3.3) and its bare content are the same key. */
    public static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.size() > 1) {
            throw malformed("is given more than once");
        }
        return headers.stream().map(IdempotencyKey::parse).findFirst();
    }

    private static IdempotencyKey parse(String header) {
        if (header.length() > MAX_HEADER_LENGTH) {
            throw malformed("must have 1 to 255 printable ASCII characters");
        }
        var quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return checked(ESCAPE.matcher(quoted.group(1)).replaceAll("$1"));
        }
        if (!BARE.matcher(header).matches()) {
            throw malformed("must have 1 to 255 printable ASCII characters, bare or between double quotes");
        }
        return checked(header);
    }

    private static IdempotencyKey checked(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw malformed("must have 1 to 255 printable ASCII characters");
        }
        CredentialLeakGuard.check(HEADER, text);
        return new IdempotencyKey(text);
    }

    private static InvalidRequest malformed(String detail) {
        return InvalidRequest.of(HEADER, "format", detail);
    }
}
