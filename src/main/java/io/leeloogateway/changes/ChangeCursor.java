package io.leeloogateway.changes;

import io.leeloogateway.request.UnknownCursor;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs the positions in the changes, so that an edited cursor and the cursor of another list are refused. */
@Component
class ChangeCursor {

    private static final int POSITION_BYTES = 2 * Long.BYTES;

    private final KeyedHash hash;

    ChangeCursor(Pepper pepper) {
        this.hash = pepper.hashFor("changes cursor");
    }

    String sign(Position position) {
        var content = ByteBuffer.allocate(POSITION_BYTES)
                .putLong(position.transaction())
                .putLong(position.id())
                .array();
        var mac = hash.hash(content);
        var signed = Arrays.copyOf(content, POSITION_BYTES + mac.length);
        System.arraycopy(mac, 0, signed, POSITION_BYTES, mac.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The position before the oldest change without a cursor. */
    Position verify(@Nullable String cursor) {
        if (cursor == null) {
            return Position.START;
        }
        var signed = decoded(cursor);
        if (signed.length <= POSITION_BYTES) {
            throw new UnknownCursor();
        }
        var content = Arrays.copyOf(signed, POSITION_BYTES);
        if (!hash.matches(content, Arrays.copyOfRange(signed, POSITION_BYTES, signed.length))) {
            throw new UnknownCursor();
        }
        var position = ByteBuffer.wrap(content);
        return new Position(position.getLong(), position.getLong());
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw new UnknownCursor();
        }
    }

    /** The transaction and the id of the last change that the caller has seen. */
    record Position(long transaction, long id) {

        static final Position START = new Position(0, 0);
    }
}
