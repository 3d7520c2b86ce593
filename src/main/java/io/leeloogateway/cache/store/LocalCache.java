package io.leeloogateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.cache.store.CacheEntry.State;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.JsonWeight;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps parsed responses in memory. Under a lease, a look-up needs no question to the database (ADR 21); otherwise it asks for the current
 * version of the entry. So no instance serves an outdated value.
 */
@Component
public class LocalCache {

    /** In bytes, by {@link JsonWeight}. */
    private static final int MAX_WEIGHT = 32_000_000;

    private final Cache<CacheKey, ParsedValue> values = Caffeine.newBuilder()
            .maximumWeight(MAX_WEIGHT)
            .weigher((CacheKey _, ParsedValue value) -> value.weight())
            .build();
    private final KnownVersions knownVersions = new KnownVersions();
    private final CacheEntryRepository entries;
    private final CacheTables tables;
    private final BatchCoalescer<CacheKey, CacheEntry> versions;
    private final LeelooClient leeloo;
    private final LocalLease lease;
    private final RenderedAnswers answers = new RenderedAnswers();

    LocalCache(CacheEntryRepository entries, CacheTables tables, LeelooClient leeloo, LocalLease lease) {
        this.entries = entries;
        this.tables = tables;
        this.versions = new BatchCoalescer<>(entries::findVersions);
        this.leeloo = leeloo;
        this.lease = lease;
    }

    /** Finds an entry in memory if this replica may answer from it. The lease is checked first: whatever ends it comes after the start of the read. */
    public Optional<CacheEntry> findUnderLease(CacheKey key) {
        return lease.isHeld() ? findInMemory(key) : Optional.empty();
    }

    /** Finds a rendered answer whose entries are the current versions. */
    public @Nullable RenderedAnswer findAnswerUnderLease(AnswerKey key) {
        if (!lease.isHeld()) {
            return null;
        }
        var answer = answers.find(key);
        return answer != null && knownVersions.containAll(answer.sources()) ? answer : null;
    }

    public void keep(AnswerKey key, RenderedAnswer answer) {
        answers.keep(key, answer);
    }

    /** Finds an entry in memory that may be outdated. */
    public Optional<CacheEntry> findInMemory(CacheKey key) {
        var version = knownVersions.find(key);
        if (version == null || version.isNotFound()) {
            return Optional.ofNullable(version);
        }
        var parsed = values.getIfPresent(key);
        return parsed != null && parsed.isCurrent(version) ? Optional.of(version.with(parsed)) : Optional.empty();
    }

    /** Asks the database for the version, and for the body only if the parsed value is not in memory. */
    public CacheEntry find(CacheKey key) {
        return find(key, values.getIfPresent(key));
    }

    /** With the parsed value, too, if it is in memory. */
    public CacheEntry findWithBody(CacheKey key) {
        var entry = find(key, null);
        var parsed = values.getIfPresent(key);
        return entry.state() == State.FOUND && parsed != null && parsed.isCurrent(entry) ? entry.with(parsed) : entry;
    }

    private CacheEntry find(CacheKey key, @Nullable ParsedValue parsed) {
        var epoch = knownVersions.epoch();
        var version = versions.find(key).orElseThrow();
        if (version.state() == State.FOUND && (parsed == null || !parsed.isCurrent(version))) {
            version = entries.find(key, parsed == null ? null : parsed.fetchedAt());
        }
        if (version.isPresent()) {
            knownVersions.remember(key, version.withoutContent(), epoch);
        }
        return version.state() == State.FOUND ? version.with(parsed) : version;
    }

    /** Returns the value of an entry with its list row. */
    @SuppressWarnings("unchecked") // the entry of a query holds the result type of the query
    public <T> T read(Query<T> query, CacheEntry entry) {
        var parsed = entry.parsed();
        if (parsed != null && parsed.isCurrent(entry)) {
            return (T) parsed.value();
        }
        var source = parsed != null && parsed.hasBodyOf(entry) ? parsed : parse(query, entry);
        var plain = source.withoutListRow();
        var value = entry.listRow() == null
                ? plain
                : tables.of(query.cacheKey().kind()).orElseThrow().mergeListRow(plain, entry.listRow());
        values.put(
                query.cacheKey(),
                new ParsedValue(entry.fetchedAt(), entry.listRowFetchedAt(), value, plain, source.weight()));
        return (T) value;
    }

    boolean isEmpty() {
        return values.asMap().isEmpty() && answers.isEmpty();
    }

    public void clear() {
        knownVersions.forget(_ -> true);
        values.invalidateAll();
        answers.clear();
    }

    /** Forgets the entries of the scopes; an erasure of a person clears the memory, because a parsed list does not say which people it contains. */
    public void invalidate(Set<String> scopes) {
        if (scopes.contains(ErasureGeneration.SCOPE)) {
            clear();
        } else {
            knownVersions.forget(key -> scopes.contains(key.scope()));
        }
    }

    /** Asks the database for the entries at their next read. */
    public void forget(Set<CacheKey> keys) {
        knownVersions.forget(keys::contains);
    }

    /** The keys have the form of {@link CacheKey#text()}. */
    public void forgetTexts(Set<String> keys) {
        knownVersions.forget(key -> keys.contains(key.text()));
    }

    private ParsedValue parse(Query<?> query, CacheEntry entry) {
        var body = Objects.requireNonNull(entry.body());
        var value = leeloo.parse(query, body);
        return new ParsedValue(entry.fetchedAt(), null, value, value, body.weight());
    }
}
