package io.leeloogateway.people;

import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.model.PersonChannel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Normalises e-mail addresses, platforms and channel ids for look-ups in the cache. */
final class LookupKeys {

    private LookupKeys() {}

    static @Nullable String email(@Nullable String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    static String[] platforms(List<PersonChannel> channels) {
        return PostgresText.texts(channels.stream()
                .map(PersonChannel::platform)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new));
    }

    static String[] channelIds(List<PersonChannel> channels) {
        return PostgresText.texts(channels.stream().map(PersonChannel::id).toArray(String[]::new));
    }
}
