package io.leeloogateway.secrets;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;

/** HMAC-SHA256 under a list of keys: the first makes, all check. */
public final class KeyedHash {

    static final String ALGORITHM = "HmacSHA256";

    private final List<Key> keys;

    KeyedHash(List<Key> keys) {
        this.keys = keys;
    }

    public byte[] of(byte[] value) {
        return of(value, keys.getFirst());
    }

    /** What each key makes of it, the newest first: for looking up what older ones made. */
    public List<byte[]> all(byte[] value) {
        return keys.stream().map(key -> of(value, key)).toList();
    }

    /** Tries every key, whichever fits, so that the time says nothing. */
    public boolean matches(byte[] value, byte[] hash) {
        var found = false;
        for (var key : keys) {
            found |= MessageDigest.isEqual(of(value, key), hash);
        }
        return found;
    }

    private static byte[] of(byte[] value, Key key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
