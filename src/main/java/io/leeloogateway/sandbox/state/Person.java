package io.leeloogateway.sandbox.state;

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

/** A customer. Guarded by the lock of the company. */
public final class Person {

    public final String id;
    public final String name;
    public final Instant createdAt;
    public final Set<Tag> tags = new LinkedHashSet<>();
    public final List<Channel> channels = new ArrayList<>();
    public final List<Subscription> subscriptions = new ArrayList<>();
    public final Set<String> contactedUsers = new LinkedHashSet<>();
    public final Map<String, CustomField> customFields = new LinkedHashMap<>();

    @Nullable
    public String email;

    @Nullable
    public String phone;

    @Nullable
    public String profileImage;

    public String gender = "NO_DATA";
    public String locale = "";
    public Instant updatedAt;

    public Person(String id, String name, @Nullable String email, @Nullable String phone, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public Optional<Instant> lastMessageAt() {
        return channels.stream()
                .map(Channel::lastMessageAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    public List<String> tagNames() {
        return tags.stream().map(Tag::name).toList();
    }

    /** Custom fields are merged by name and type. */
    public void put(CustomField field) {
        customFields.put(field.type() + "/" + field.name(), field);
    }
}
