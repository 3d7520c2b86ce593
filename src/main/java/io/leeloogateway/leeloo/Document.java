package io.leeloogateway.leeloo;

/** An answer of Leeloo to the byte, so that a field nobody knows is not lost. */
public final class Document {

    private final byte[] bytes;

    public Document(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }
}
