package io.leeloogateway.leeloo.verbatim;

import io.leeloogateway.leeloo.change.ImportedPerson;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.wire.LeelooJson;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of a body in Leeloo's own words, and knows whether something was not read. Forms have texts for all values, and objects with
 * numbers for names for lists.
 */
final class BodyFields {

    private static final JsonMapper JSON = LeelooJson.mapper();

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final BigDecimal LEAST_PLAIN = new BigDecimal("1e-6");
    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e21");

    private final JsonNode body;
    private final Set<String> unread;

    BodyFields(JsonNode body) {
        this.body = body;
        this.unread = new HashSet<>(body.propertyNames());
    }

    /** Whether the body has more than what was read. */
    boolean hasUnread() {
        return !body.isObject() || !unread.isEmpty();
    }

    @Nullable
    String text(String name) {
        var value = body.path(name);
        markRead(name, isText(value));
        return isText(value) ? textOf(value) : null;
    }

    String required(String name) {
        return Objects.requireNonNullElse(text(name), "");
    }

    List<String> list(String name) {
        var value = body.path(name);
        markRead(name, value.isContainer() && value.valueStream().allMatch(BodyFields::isText));
        return value.valueStream()
                .filter(JsonNode::isValueNode)
                .map(BodyFields::textOf)
                .toList();
    }

    Map<String, String> texts(String name) {
        var value = body.path(name);
        markRead(name, value.isObject() && value.valueStream().allMatch(BodyFields::isText));
        return value.propertyStream()
                .filter(property -> property.getValue().isValueNode())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, property -> textOf(property.getValue())));
    }

    List<ImportedPerson> people(String name) {
        return items(
                name,
                person -> new ImportedPerson(person.required("name"), person.text("email"), person.text("phone")));
    }

    @Nullable
    List<CustomField> customFields(String name) {
        return body.has(name)
                ? items(name, field -> new CustomField(field.text("type"), field.required("name"), field.text("value")))
                : null;
    }

    private <T> List<T> items(String name, Function<BodyFields, T> mapping) {
        var value = body.path(name);
        var items = value.valueStream().map(BodyFields::new).toList();
        var mapped = items.stream().map(mapping).toList();
        markRead(name, value.isContainer() && items.stream().noneMatch(BodyFields::hasUnread));
        return mapped;
    }

    @Nullable
    Instant instant(String name) {
        return read(name, Instant.class);
    }

    /** A date and a time of day in UTC, the only form that Leeloo documents for the payment of an order; or an instant. */
    @Nullable
    Instant minute(String name) {
        try {
            var text = text(name);
            return text == null ? null : MINUTE.parse(text, Instant::from);
        } catch (DateTimeException _) {
            return instant(name);
        }
    }

    Instant instantOrEpoch(String name) {
        return Objects.requireNonNullElse(instant(name), Instant.EPOCH);
    }

    @Nullable
    BigDecimal decimal(String name) {
        return read(name, BigDecimal.class);
    }

    /** Another number than a whole one is read in part only. */
    int number(String name) {
        var value = decimal(name);
        var number = value == null ? 0 : value.intValue();
        if (value != null && value.compareTo(BigDecimal.valueOf(number)) != 0) {
            unread.add(name);
        }
        return number;
    }

    /** An absent flag is false. So are other texts than true and false, which are not read. */
    boolean flag(String name) {
        var text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            unread.add(name);
        }
        return "true".equals(text);
    }

    /** Unreadable values are absent. */
    private <T> @Nullable T read(String name, Class<T> type) {
        var text = text(name);
        var value = text == null ? null : JSON.convertValue(text, type);
        if (value == null && text != null) {
            unread.add(name);
        }
        return value;
    }

    private void markRead(String name, boolean isComplete) {
        if (isComplete) {
            unread.remove(name);
        }
    }

    /** A null may clear a field or mean nothing, and of other numbers it is not known what Leeloo makes of them. */
    private static boolean isText(JsonNode value) {
        return value.isValueNode() && !value.isNull() && (!value.isNumber() || isPlain(value.decimalValue()));
    }

    /** Whether a double, which is all that JSON promises, holds the number, and its text needs no exponent. */
    private static boolean isPlain(BigDecimal number) {
        var size = number.abs();
        var hasPlainText =
                size.signum() == 0 || (size.compareTo(LEAST_PLAIN) >= 0 && size.compareTo(LARGEST_PLAIN) < 0);
        return hasPlainText && BigDecimal.valueOf(size.doubleValue()).compareTo(size) == 0;
    }

    /** The shortest text of a number, 19.9 for 19.90: Leeloo is taken to store numbers like that. */
    private static String textOf(JsonNode value) {
        return value.isNumber() && isPlain(value.decimalValue())
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asString();
    }
}
