package io.leeloogateway.leeloo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The invalidation scopes of look-ups by phone number and e-mail address. A scope is one of 65,536 parts of a digest, which names nobody:
 * others with the same part cost a look-up at Leeloo.
 */
public final class ContactScopes {

    private static final int DIGEST_BYTES = 2;

    /** A number without its area code, so that the spelling does not count. */
    private static final int LOCAL_DIGITS = 7;

    private static final String PREFIX = CacheKey.scope(ResourceType.PEOPLE_LIST, "contact-");

    /** Of a change that gives contact details to more people than scopes are worth. */
    private static final String ALL = PREFIX + "all";

    private static final int MAX_SCOPES = 100;

    private ContactScopes() {}

    /** Of the contact details that a change gives to people: those of each, or one for all. */
    public static Set<String> bounded(Set<String> scopes) {
        return scopes.size() > MAX_SCOPES ? Set.of(ALL) : scopes;
    }

    /** The other ones. Beside the id of a person, a part of a digest would say something about its contact details. */
    public static Set<String> without(Set<String> scopes) {
        return scopes.stream().filter(scope -> !scope.startsWith(PREFIX)).collect(Collectors.toUnmodifiableSet());
    }

    /** The scopes that a look-up with these scopes depends on. */
    public static Set<String> withAll(Set<String> scopes) {
        return Stream.concat(scopes.stream(), Stream.of(ALL)).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the contact details that a change gives to a person. */
    public static Set<String> of(@Nullable String phone, @Nullable String email) {
        return of(phone == null ? List.of() : List.of(PhoneNumbers.plainDigits(phone)), email);
    }

    /** Of a look-up by one of these phone numbers, as digits, or by an e-mail address. */
    public static Set<String> of(Collection<String> phones, @Nullable String email) {
        var scopes = new TreeSet<String>();
        phones.stream()
                .map(digits -> digits.substring(Math.max(0, digits.length() - LOCAL_DIGITS)))
                .forEach(digits -> scopes.add(scope("phone-" + digits)));
        if (email != null) {
            scopes.add(scope("email-" + email.strip().toLowerCase(Locale.ROOT)));
        }
        return scopes;
    }

    private static String scope(String contact) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(contact.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
