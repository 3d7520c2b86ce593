package io.leeloogateway.leeloo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a response of Leeloo, which keep fields that the gateway does not know. Halves of characters become U+FFFD. */
public final class RawBody {

    private final byte[] bytes;
    private final int weight;

    public RawBody(byte[] bytes) {
        this(HalfCharacters.replace(bytes), JsonWeight.of(ByteBuffer.wrap(bytes)));
    }

    private RawBody(byte[] bytes, int weight) {
        this.bytes = bytes;
        this.weight = weight;
    }

    /** A body that was a {@code RawBody} before it was stored. The array must not change any more. */
    public static RawBody ofStored(byte[] bytes) {
        return new RawBody(bytes, JsonWeight.of(ByteBuffer.wrap(bytes)));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** See {@link JsonWeight}. */
    public int weight() {
        return weight;
    }
}
