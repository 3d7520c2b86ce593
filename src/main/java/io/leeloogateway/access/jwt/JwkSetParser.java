package io.leeloogateway.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses a JWK set; ignores each entry that is no key for signatures of tokens (RFC 7517, 5). */
final class JwkSetParser {

    private static final Logger log = LoggerFactory.getLogger(JwkSetParser.class);

    private volatile int lastIgnored;

    JWKSet parse(String content) throws ParseException {
        var entries = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(content), "keys");
        if (entries == null) {
            throw new ParseException("the JWK set has no keys", 0);
        }
        var keys = usableKeys(entries);
        var ignored = entries.size() - keys.size();
        if (keys.isEmpty()) {
            throw new ParseException("none of the " + ignored + " entries of the JWK set is usable", 0);
        }
        if (ignored != lastIgnored) {
            log.info("the JWK set of the issuer has {} usable keys; {} entries are ignored", keys.size(), ignored);
            lastIgnored = ignored;
        }
        return new JWKSet(keys);
    }

    private static List<JWK> usableKeys(List<Object> entries) {
        var keys = new ArrayList<JWK>();
        for (var entry : entries) {
            if (entry instanceof Map<?, ?> members) {
                usableKey(members).ifPresent(keys::add);
            }
        }
        return keys;
    }

    @SuppressWarnings("unchecked")
    private static Optional<JWK> usableKey(Map<?, ?> members) {
        try {
            var key = JWK.parse((Map<String, Object>) members);
            return SigningKeys.isUsable(key) ? Optional.of(key) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            log.debug("an entry of the JWK set is ignored: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
