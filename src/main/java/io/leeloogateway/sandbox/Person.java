package io.leeloogateway.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer's card; guarded by the company's lock. */
final class Person {

    final String id;
    final String name;
    final Instant createdAt;
    final Set<Tag> tags = new LinkedHashSet<>();
    final List<Channel> channels = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    final Set<String> contactedUsers = new LinkedHashSet<>();
    final Map<String, CustomField> customFields = new LinkedHashMap<>();

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String profileImage;

    String gender = "NO_DATA";
    String locale = "";
    Instant updatedAt;

    Person(String id, String name, @Nullable String email, @Nullable String phone, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    Optional<Instant> lastMessageAt() {
        return channels.stream()
                .map(Channel::lastMessageAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    List<String> tagNames() {
        return tags.stream().map(Tag::name).toList();
    }

    /** Custom fields merge by name and type. */
    void put(CustomField field) {
        customFields.put(field.type() + "/" + field.name(), field);
    }
}
