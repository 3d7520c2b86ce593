package io.leeloogateway.operations.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Tells whether two requests ask for the same change, without keeping what they say. */
@Component
public class RequestFingerprint {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainNumber()))
            .build();

    private final KeyedHash hashes;

    RequestFingerprint(Pepper pepper) {
        this.hashes = pepper.hashFor("operation fingerprints");
    }

    /** One spelling for each number: 100, 100.0 and 1e2 are the same price. */
    private static final class PlainNumber extends ValueSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.stripTrailingZeros().toPlainString());
        }
    }

    public String of(String operation, Change<?> change) {
        return HexFormat.of().formatHex(hashes.of(canonical(operation, change)));
    }

    /** As every pepper makes it, for finding equal ones. */
    public List<String> all(String operation, Change<?> change) {
        return hashes.all(canonical(operation, change)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    boolean matches(String operation, Change<?> change, String fingerprint) {
        return hashes.matches(canonical(operation, change), HexFormat.of().parseHex(fingerprint));
    }

    /** The route's name and all that was asked of it: path and body together are the change. */
    private static byte[] canonical(String operation, Change<?> change) {
        return (operation + " " + CANONICAL.writeValueAsString(change)).getBytes(StandardCharsets.UTF_8);
    }
}
