package io.leeloogateway.leeloo;

/** The bytes of a response of Leeloo, which keep fields that the gateway does not know. */
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
