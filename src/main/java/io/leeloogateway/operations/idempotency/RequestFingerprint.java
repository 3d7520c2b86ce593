package io.leeloogateway.operations.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Computes a keyed hash of a change, to compare requests without their content. */
@Component
public class RequestFingerprint {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimalSerializer()))
            .build();

    private static final int HASH_BYTES = 32;

    private final KeyedHash hashes;

    RequestFingerprint(Pepper pepper) {
        this.hashes = pepper.hashFor("operation fingerprints");
    }

    /** Writes 100, 100.0 and 1e2 alike: they are the same price. The plain text of a huge exponent would fill the memory. */
    private static final class PlainDecimalSerializer extends ValueSerializer<BigDecimal> {

        private static final int MAX_PLAIN_SCALE = 1000;

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            var number = value.stripTrailingZeros();
            var isShort = Math.abs((long) number.scale()) <= MAX_PLAIN_SCALE;
            json.writeNumber(isShort ? number.toPlainString() : number.toString());
        }
    }

    /** The hash of the plain change and, if the change is in Leeloo's words and more than the plain change, the hash of its body. */
    public String of(String action, Change<?> change) {
        var plain = HexFormat.of().formatHex(hashes.hash(canonical(action, change)));
        return change.unreadBody()
                .map(body -> plain + HexFormat.of().formatHex(hashes.hash(canonical(body))))
                .orElse(plain);
    }

    /** The fingerprints of the plain change under all peppers, to find operations that an older pepper hashed. */
    public List<String> all(String action, Change<?> change) {
        return hashes.hashWithEachKey(canonical(action, change)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    boolean matches(String action, Change<?> change, String fingerprint) {
        var parts = HexFormat.of().parseHex(fingerprint);
        var ofBody = Arrays.copyOfRange(parts, Math.min(parts.length, HASH_BYTES), parts.length);
        return hashes.matches(canonical(action, change), Arrays.copyOf(parts, HASH_BYTES))
                && change.unreadBody()
                        .map(body -> hashes.matches(canonical(body), ofBody))
                        .orElse(ofBody.length == 0);
    }

    private static byte[] canonical(JsonNode body) {
        return CANONICAL.writeValueAsBytes(body);
    }

    /** The action and the change, which contains the ids of the path and the fields of the body. */
    private static byte[] canonical(String action, Change<?> change) {
        return (action + " " + CANONICAL.writeValueAsString(change.plain())).getBytes(StandardCharsets.UTF_8);
    }
}
