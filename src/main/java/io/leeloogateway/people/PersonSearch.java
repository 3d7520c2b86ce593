package io.leeloogateway.people;

import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.search.RangeCheck;
import io.leeloogateway.search.SearchQuery;
import io.leeloogateway.search.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search for people looks for. All filters must match.
 *
 * @param q words or parts of words of the name, the phone number and the e-mail address, in any order, case and spelling
 * @param tagsAny only people with at least one of the tags of these names; repeatable, at most 20 times
 * @param tagsAll only people with all tags of these names; repeatable, at most 20 times
 * @param tagsNone only people without the tags of these names; repeatable, at most 20 times
 * @param phone only people with this phone number, in any spelling; encode a plus sign as %2B
 * @param email only people with this e-mail address
 * @param lastMessageFrom only people whose last message is from this date or instant (UTC) or later
 * @param lastMessageTo only people whose last message is from this date or instant (UTC) or earlier
 * @param createdFrom only people created on this date or at this instant (UTC) or later
 * @param createdTo only people created on this date or at this instant (UTC) or earlier
 * @param platform only people with a channel of this messenger; an open list of values: TELEGRAM, FACEBOOK, VKONTAKTE, MANUAL
 * @param hasOrders only people with orders, or only people without
 * @param sort the order of the people; a minus sign reverses it. By default, the most relevant are first, then the newest
 */
record PersonSearch(
        @Size(min = 1, max = 200) @Nullable String q,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tagsAny,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tagsAll,
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tagsNone,

        @Pattern(regexp = "(?:\\D*\\d){5}[\\s\\S]*", message = "must have at least five digits")
        @Size(max = 40)
        @Nullable
        String phone,

        @Email @Size(min = 3, max = 254) @Nullable String email,
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo,
        @DateOrInstant @Nullable String createdFrom,
        @DateOrInstant @Nullable String createdTo,
        @Size(min = 1, max = 40) @Nullable String platform,
        @Nullable Boolean hasOrders,

        @Schema(allowableValues = {"relevance", "-createdAt", "createdAt", "-lastMessageAt", "lastMessageAt"})
        @Pattern(
                regexp = "relevance|-?createdAt|-?lastMessageAt",
                message = "must be relevance, createdAt, lastMessageAt, -createdAt or -lastMessageAt")
        @Nullable
        String sort) {

    /** The function finds the numbers under which the cache may have a phone number. */
    SearchQuery toQuery(Function<String, Collection<String>> phones) {
        var lastMessage = TimeRange.of(lastMessageFrom, lastMessageTo);
        var created = TimeRange.of(createdFrom, createdTo);
        new RangeCheck()
                .check("lastMessage", lastMessage.from(), lastMessage.to())
                .check("created", created.from(), created.to())
                .throwIfInvalid();
        return new SearchQuery("cached_people", q, phones, PersonOrder.NEWEST_FIRST)
                .where("tags && :tagsAny::text[]", "tagsAny", array(tagsAny))
                .where("tags @> :tagsAll::text[]", "tagsAll", array(tagsAll))
                .where("not tags && :tagsNone::text[]", "tagsNone", array(tagsNone))
                .where("phone = any(:phones::text[])", "phones", phone == null ? null : array(phones.apply(phone)))
                .where("email = :email", "email", LookupKeys.email(email))
                .where("platforms @> array[:platform::text]", "platform", platform)
                .where("""
                        (cardinality(order_ids) > 0
                            or (select true from cached_orders where person_id = cached_people.id limit 1) is not null) = :hasOrders""", "hasOrders", hasOrders)
                .within(PersonOrder.LAST_MESSAGE, "lastMessage", lastMessage)
                .within(PersonOrder.CREATED, "created", created)
                .orderedBy(PersonOrder.of(sort));
    }

    /** Whether a change of a person may have changed whether it matches. */
    boolean filtersWhatChanges() {
        return Stream.of(tagsAny, tagsAll, tagsNone, phone, email, hasOrders).anyMatch(Objects::nonNull);
    }

    boolean filtersLastMessage() {
        return lastMessageFrom != null || lastMessageTo != null;
    }

    private static String @Nullable [] array(@Nullable Collection<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }
}
