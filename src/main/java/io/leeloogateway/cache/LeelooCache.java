package io.leeloogateway.cache;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.RequestContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Reads Leeloo's data for the feature modules: from a cache entry if it is fresh enough for the caller, otherwise from Leeloo. */
@Component
@EnableConfigurationProperties(CacheProperties.class)
public class LeelooCache {

    private final CacheReader reader;
    private final ListRowReader listRows;
    private final ListRowLoader rowLoader;
    private final LeelooClient leeloo;

    LeelooCache(CacheReader reader, ListRowReader listRows, ListRowLoader rowLoader, LeelooClient leeloo) {
        this.reader = reader;
        this.listRows = listRows;
        this.rowLoader = rowLoader;
        this.leeloo = leeloo;
    }

    /** Reads a part of the response to the caller. */
    public <T> T read(Query<T> query) {
        return serve(find(query));
    }

    /** Reads a part of the response from Leeloo, whatever is cached, unless the caller says which age it accepts. */
    public <T> T readCurrent(Query<T> query) {
        return serve(reader.read(query, RequestCacheControl.current().orNoCache()));
    }

    /** Reads a value that becomes part of the response only with {@link #serve}. */
    public <T> ReadResult<T> find(Query<T> query) {
        return reader.read(query, RequestCacheControl.current());
    }

    /** Finds a value with Leeloo's JSON; refused without the scope {@code raw:read}. */
    public <T> ReadResult<T> findWithRaw(Query<T> query) {
        return findWithRaw(query, () -> Fallback.NONE);
    }

    /** Finds a value that its list row replaces on error: if there is such a row, the read does not wait long for Leeloo. */
    public <T> ReadResult<T> findUnlessSlow(Query<T> query, boolean isRaw) {
        var requested = RequestCacheControl.current();
        Supplier<Fallback> listRow = () -> listRows.fallback(query, requested);
        return isRaw ? findWithRaw(query, listRow) : reader.read(query, requested, listRow);
    }

    private <T> ReadResult<T> findWithRaw(Query<T> query, Supplier<Fallback> fallback) {
        MissingScope.require("raw:read");
        var result = reader.readWithBody(query, RequestCacheControl.current(), fallback);
        if (result.value() == null) {
            return result;
        }
        var entry = Objects.requireNonNull(result.entry());
        return result.withRaw(leeloo.rawData(query, Objects.requireNonNull(entry.body())));
    }

    /** Reads a part of the response to the caller, with the whole body of Leeloo's response. */
    public <T> LeelooResponse<T> readWithBody(Query<T> query) {
        var result = reader.readWithBody(query, RequestCacheControl.current(), () -> Fallback.NONE);
        var value = serve(result);
        var entry = Objects.requireNonNull(result.entry());
        return new LeelooResponse<>(value, Objects.requireNonNull(entry.body()), entry.fetchedAt());
    }

    /**
     * Reads a value that only completes a response, such as the list of tags for the ids of tags. Its own time-to-live decides, not the
     * directives of the request, except that only-if-cached never asks Leeloo; and it does not wait long for Leeloo.
     */
    public <T> T readSupplement(Query<T> query) {
        var requested = RequestCacheControl.current();
        var result = reader.read(query, requested.ofSupplement(), () -> Fallback.OTHER);
        return requested.limitsAge() ? result.orThrow() : serveShared(result);
    }

    /** Reads a value that only completes a response from its entry, whatever its age; fails without asking Leeloo if there is none. */
    public <T> T readCachedSupplement(Query<T> query) {
        return reader.read(query, RequestCacheControl.CACHE_ONLY).orThrow();
    }

    /** Makes rows that were found in the cache tables part of the response; without rows, the time as of which there are none. */
    public void serveRows(ResourceType type, Optional<Instant> oldest) {
        RequestContext.current().addCacheResult(listRows.ofRows(type, oldest));
    }

    /** Whether the caller accepts a row of a cache table without asking Leeloo. */
    public boolean acceptsRow(Instant fetchedAt) {
        return listRows.isAccepted(fetchedAt, RequestCacheControl.current());
    }

    /** Makes a result part of the response: its age counts, and its failure is thrown. */
    public <T> T serve(ReadResult<T> result) {
        LargeAnswers.occupy(result.weight());
        return serveShared(result);
    }

    /** A supplement is not rendered: all requests share its value in memory. */
    private static <T> T serveShared(ReadResult<T> result) {
        RequestContext.current().addCacheResult(Objects.requireNonNull(result.cacheResult()));
        return result.orThrow();
    }

    /** Whether a cache entry is fresh enough for the caller. */
    public boolean hasUsableEntry(Query<?> query) {
        return reader.hasUsableEntry(query, RequestCacheControl.current());
    }

    /** The latest list row of a resource, as JSON, if it is fresh enough for the caller; does not ask Leeloo. */
    public Optional<String> findFreshListRow(Query<?> query) {
        return listRows.findFresh(query, RequestCacheControl.current()).map(this::serve);
    }

    /** The latest list row of a resource, as JSON, if it may be served instead of the failure. */
    public Optional<String> staleOnError(Query<?> query, ProblemException failure) {
        return listRows.findOnError(query, RequestCacheControl.current(), failure)
                .map(this::serve);
    }

    /** Asks Leeloo, whatever is cached. The value is not a part of the response. */
    public <T> T readFromLeeloo(Query<T> query) {
        return reader.read(query, RequestCacheControl.NO_CACHE).orThrow();
    }

    /** Asks Leeloo for a page of a list and stores its rows, but not the page. Only a change of its own resource makes a row outdated. */
    public <T> LoadedRows<T> readRows(Query<T> query) {
        return rowLoader.load(query);
    }

    /** The answer depends on more than cache entries, so that an equal request needs a new answer. */
    public void noteOtherSource() {
        AnswerSources.addOther();
    }
}
