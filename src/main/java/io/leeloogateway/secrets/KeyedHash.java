package io.leeloogateway.secrets;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;

/** HMAC-SHA256 with a list of keys: the first key computes hashes, all keys verify them. */
public final class KeyedHash {

    static final String ALGORITHM = "HmacSHA256";

    private final List<Mac> keys;

    KeyedHash(List<Key> keys) {
        this.keys = keys.stream().map(KeyedHash::initialised).toList();
    }

    public byte[] hash(byte[] value) {
        return hash(value, keys.getFirst());
    }

    /** Computes the hash with each key, the current key first, to find values hashed with an older key. */
    public List<byte[]> hashWithEachKey(byte[] value) {
        return keys.stream().map(key -> hash(value, key)).toList();
    }

    /** Compares with every key, so that the duration does not reveal which key matches. */
    public boolean matches(byte[] value, byte[] expected) {
        var isMatch = false;
        for (var key : keys) {
            isMatch |= MessageDigest.isEqual(hash(value, key), expected);
        }
        return isMatch;
    }

    /** A clone of the initialised MAC has done the look-up of the provider and the hashing of the key. */
    private static byte[] hash(byte[] value, Mac initialised) {
        try {
            return ((Mac) initialised.clone()).doFinal(value);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA256 of the JDK can be cloned", e);
        }
    }

    private static Mac initialised(Key key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
