package io.leeloogateway.cache;

import io.leeloogateway.cache.http.CallerCacheControl;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.GenerationRepository;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one way from a feature to Leeloo's data: a copy where it is good enough, Leeloo's answer otherwise. */
@Component
@EnableConfigurationProperties(CacheProperties.class)
public class LeelooCache {

    private final CacheReader reader;
    private final ListRowReader rows;
    private final LeelooClient leeloo;
    private final CallerCacheControl directives;
    private final List<InvalidationDependencies> relations;

    LeelooCache(
            CacheReader reader,
            ListRowReader rows,
            LeelooClient leeloo,
            CallerCacheControl directives,
            List<InvalidationDependencies> relations) {
        this.reader = reader;
        this.rows = rows;
        this.leeloo = leeloo;
        this.directives = directives;
        this.relations = List.copyOf(relations);
    }

    /** As fresh as the caller of this request wants it. */
    public <T> T read(Query<T> query) {
        return reader.answer(reader.look(query, directives.current())).answer();
    }

    /** The same with Leeloo's own words, for callers who may see them. */
    public <T> ValueWithRaw<T> readWithRaw(Query<T> query) {
        MissingScope.refuseWithout("raw:read");
        var found = reader.answer(reader.lookWhole(query, directives.current()));
        return new ValueWithRaw<>(found.answer(), leeloo.rawData(query, Objects.requireNonNull(found.document())));
    }

    /** Whether a copy answers it, as fresh as the caller of this request wants it. */
    public boolean hasUsableEntry(Query<?> query) {
        return reader.hasUsableEntry(reader.look(query, directives.current()));
    }

    /** What a list told of it, as JSON, where that is as fresh as the caller of this request wants it; nobody is asked. */
    public Optional<String> findFreshListRow(Query<?> query) {
        return rows.findFreshListRow(query, directives.current());
    }

    /** What a list told of it, as JSON, where that is better than the failure which asking ended with. */
    public Optional<String> staleOnError(Query<?> query, ProblemException failure) {
        return rows.staleOnError(query, directives.current(), failure);
    }

    /** Whose channel it is, as far as copies know; nobody is asked. */
    public Optional<String> findPersonIdByChannel(String channelId) {
        return relations.stream()
                .flatMap(room -> room.findPersonIdByChannel(channelId).stream())
                .findFirst();
    }

    /** As it is at Leeloo now. */
    public <T> T readFromLeeloo(Query<T> query) {
        return reader.answer(reader.look(query, RequestCacheControl.FRESH)).answer();
    }

    /** Ends the copies that depend on these or show them, in the transaction of that connection; loads that are under way store nothing any more. */
    public void invalidate(Set<String> touched, JdbcClient database) {
        var related = relations.stream().flatMap(room -> room.dependentScopes(touched, database).stream());
        GenerationRepository.raise(
                database, Stream.concat(touched.stream(), related).collect(Collectors.toUnmodifiableSet()));
    }
}
