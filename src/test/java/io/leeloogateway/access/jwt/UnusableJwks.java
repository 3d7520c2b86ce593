package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Entries of a JWK set that verify no token, by the reason. */
final class UnusableJwks {

    private static final JWK RSA = JwtFixtures.rsaKey("odd");
    private static final JWK EC = JwtFixtures.ecKey("odd");

    private UnusableJwks() {}

    static Map<String, String> all() {
        var entries = new HashMap<>(Map.of(
                "null",
                "null",
                "number",
                "5",
                "text",
                "\"key\"",
                "list",
                "[" + RSA.toPublicJWK() + "]",
                "empty",
                "{}",
                "private RSA key",
                RSA.toJSONString(),
                "private EC key",
                EC.toJSONString(),
                "symmetric key",
                JwtFixtures.sharedKey("odd").toJSONString(),
                "small RSA key",
                JwtFixtures.rsaKey("odd", 1024).toPublicJWK().toJSONString(),
                "key of another curve",
                """
                {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"""));
        Stream.of("kty", "n", "e").forEach(name -> entries.put("RSA without " + name, without(RSA, name)));
        Stream.of("crv", "x", "y").forEach(name -> entries.put("EC without " + name, without(EC, name)));
        rsaMembers()
                .forEach((member, values) -> values.forEach(
                        value -> entries.put("RSA with " + member + " " + value, with(RSA, member, value))));
        Stream.of("P-999", "secp256k1", "P-384")
                .forEach(value -> entries.put("EC with crv " + value, with(EC, "crv", value)));
        entries.put("EC point off the curve", with(EC, "x", "AAAA"));
        return entries;
    }

    private static Map<String, List<Object>> rsaMembers() {
        return Map.of(
                "kty", List.of("PQC", 5, "rsa"),
                "kid", List.of(5, List.of("odd")),
                "n", List.of("", 5, "!", "f".repeat(4000)),
                "e", List.of("AQ", "Ag", ""),
                "x5c", List.of("text", List.of("abc"), List.of(5), List.of(List.of())),
                "use", List.of("enc", "", 5),
                "key_ops", List.of(List.of("sign"), "verify", List.of("encrypt"), List.of(), List.of(1)),
                "alg", List.of("none", "HS256", "RSA-OAEP", "ES256K", 5),
                "exp", List.of("tomorrow"),
                "x5t#S256", List.of(5));
    }

    private static String with(JWK key, String member, Object value) {
        var members = key.toPublicJWK().toJSONObject();
        members.put(member, value);
        return JSONObjectUtils.toJSONString(members);
    }

    private static String without(JWK key, String member) {
        var members = key.toPublicJWK().toJSONObject();
        members.remove(member);
        return JSONObjectUtils.toJSONString(members);
    }

    /** A JWK set of the entries and the key. */
    static String setOf(Iterable<String> entries, JWK... keys) {
        var all = new ArrayList<String>();
        entries.forEach(all::add);
        Stream.of(keys).map(JWK::toPublicJWK).map(JWK::toJSONString).forEach(all::add);
        return "{\"keys\":[" + String.join(",", all) + "]}";
    }
}
