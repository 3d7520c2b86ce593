package io.leeloogateway.sandbox.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrupts the envelope of a successful response as its fault demands. */
final class ResponseCorruptor {

    private static final Set<String> OPTIONAL = Set.of(
            "email", "phone", "profileImage", "gender", "locale", "record_link", "description", "lastMessageTime");
    private static final Set<String> ENUMS = Set.of(
            "type",
            "from",
            "status",
            "botStatus",
            "gender",
            "currency",
            "paymentMethod",
            "connection_status",
            "connectionStatus",
            "provider_type",
            "entity_type");
    private static final Set<String> MONEY = Set.of("price", "totalSale", "totalExpenses");
    private static final Map<String, String> DATES = Map.of(
            "createdAt", "created_at", "created_at", "createdAt", "updatedAt", "updated_at", "updated_at", "updatedAt");
    /** Fields whose content is not corrupted: maps of free texts, and links. */
    private static final Set<String> EXCLUDED = Set.of("utmMarks", "raw_response", "links");

    private ResponseCorruptor() {}

    static void corrupt(ObjectNode envelope, FaultKind kind) {
        switch (kind) {
            case NOT_DEFINED -> eachObject(envelope, it -> replaceTexts(it, OPTIONAL, "NOT_DEFINED"));
            case UNKNOWN_ENUM -> eachObject(envelope, it -> replaceTexts(it, ENUMS, "BRAND_NEW"));
            case OTHER_DATES -> eachObject(envelope, ResponseCorruptor::swapDates);
            case STRING_PRICES -> eachObject(envelope, ResponseCorruptor::quotePrices);
            case UNKNOWN_FIELDS ->
                eachObject(envelope, it -> it.putObject("brandNew").put("since", 2027));
            case DUPLICATE_PHONES -> sharePhone(envelope.path("data"));
            case INCLUDED -> rename(envelope, "linked", "included");
            case WRONG_SHAPE -> envelope.put("data", "surprise");
            default -> {}
        }
    }

    private static void eachObject(JsonNode node, Consumer<ObjectNode> change) {
        node.properties().stream()
                .filter(field -> !EXCLUDED.contains(field.getKey()))
                .toList()
                .forEach(field -> eachObject(field.getValue(), change));
        if (node.isArray()) {
            node.forEach(element -> eachObject(element, change));
        }
        if (node instanceof ObjectNode object) {
            change.accept(object);
        }
    }

    /** Numbers stay, such as the envelope's status, and so does a phone number in the field from of a call. */
    private static void replaceTexts(ObjectNode object, Set<String> names, String text) {
        for (String name : names) {
            var value = object.path(name);
            if ((value.isString() || value.isNull())
                    && !(name.equals("from") && value.asString().startsWith("+"))) {
                object.put(name, text);
            }
        }
    }

    /** All rows of a list of people get the first phone number in the list. */
    private static void sharePhone(JsonNode rows) {
        var phone = rows.valueStream()
                .map(row -> row.path("phone"))
                .filter(it -> it.isString() && it.asString().startsWith("+"))
                .findFirst();
        for (var row : rows) {
            if (row instanceof ObjectNode person && person.has("accounts")) {
                phone.ifPresent(it -> person.set("phone", it));
            }
        }
    }

    private static void swapDates(ObjectNode object) {
        for (String name : List.copyOf(object.propertyNames())) {
            if (DATES.containsKey(name)) {
                rename(object, name, DATES.get(name));
            }
        }
    }

    private static void quotePrices(ObjectNode object) {
        MONEY.stream()
                .filter(name -> object.path(name).isNumber())
                .forEach(name -> object.put(name, object.path(name).asString()));
    }

    private static void rename(ObjectNode object, String from, String to) {
        var value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
    }
}
