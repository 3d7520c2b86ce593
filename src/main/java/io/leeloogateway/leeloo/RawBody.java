package io.leeloogateway.leeloo;

/** An answer of Leeloo to the byte, so that a field nobody knows is not lost. */
public final class RawBody {

    private final byte[] bytes;

    public RawBody(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }
}
