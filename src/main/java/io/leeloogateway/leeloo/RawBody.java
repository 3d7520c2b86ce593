package io.leeloogateway.leeloo;

/** The bytes of a response of Leeloo, which keep fields that the gateway does not know. Halves of characters become U+FFFD. */
public final class RawBody {

    private final byte[] bytes;

    public RawBody(byte[] bytes) {
        this.bytes = HalfCharacters.replace(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }
}
