package io.leeloogateway.search;

import io.leeloogateway.request.UnknownCursor;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signs the positions in the results of a search, so that an edited cursor and the cursor of another search are refused. */
@Component
class SearchCursor {

    private static final int MAC_BYTES = 32;
    private static final String SEPARATOR = "\u001f";

    private final KeyedHash hash;

    SearchCursor(Pepper pepper) {
        this.hash = pepper.hashFor("search cursor");
    }

    /** The fingerprint identifies the search: its filters and its order. */
    String sign(String fingerprint, Position position) {
        var parts = new ArrayList<>(List.of(position.match().name(), position.id()));
        parts.addAll(position.keys());
        var content = String.join(SEPARATOR, parts);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(hash.hash(signedText(fingerprint, content)), MAC_BYTES + bytes.length);
        System.arraycopy(bytes, 0, signed, MAC_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    Position verify(String fingerprint, String cursor) {
        var signed = decoded(cursor);
        if (signed.length <= MAC_BYTES) {
            throw new UnknownCursor();
        }
        var content = new String(signed, MAC_BYTES, signed.length - MAC_BYTES, StandardCharsets.UTF_8);
        if (!hash.matches(signedText(fingerprint, content), Arrays.copyOf(signed, MAC_BYTES))) {
            throw new UnknownCursor();
        }
        var parts = List.of(content.split(SEPARATOR, -1));
        return new Position(Match.valueOf(parts.get(0)), parts.subList(2, parts.size()), parts.get(1));
    }

    private static byte[] signedText(String fingerprint, String content) {
        return (fingerprint + SEPARATOR + SEPARATOR + content).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw new UnknownCursor();
        }
    }
}
