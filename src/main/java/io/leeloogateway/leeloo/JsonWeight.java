package io.leeloogateway.leeloo;

import java.nio.ByteBuffer;

/**
 * The weight of JSON: its bytes, and 16 for each comma, colon and opening bracket, because a parsed value needs memory besides its bytes. The
 * values that the gateway keeps of a response need about its weight, and its tree, its copies and its rendering up to five times as much.
 */
public final class JsonWeight {

    private static final int OF_A_MARK = 16;

    private JsonWeight() {}

    /** Also counts the marks in texts, so that it may be too large. */
    public static int of(ByteBuffer json) {
        var marks = 0;
        for (var position = json.position(); position < json.limit(); position++) {
            var isMark =
                    switch (json.get(position)) {
                        case ',', ':', '[', '{' -> true;
                        default -> false;
                    };
            marks += isMark ? 1 : 0;
        }
        return json.remaining() + OF_A_MARK * marks;
    }
}
