package io.leeloogateway.leeloo;

import java.nio.ByteBuffer;

/** The bytes of a response of Leeloo, which keep fields that the gateway does not know. Halves of characters become U+FFFD. */
public final class RawBody {

    private final byte[] bytes;
    private final int weight;

    public RawBody(byte[] bytes) {
        this.bytes = HalfCharacters.replace(bytes);
        this.weight = JsonWeight.of(ByteBuffer.wrap(this.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** See {@link JsonWeight}. */
    public int weight() {
        return weight;
    }
}
