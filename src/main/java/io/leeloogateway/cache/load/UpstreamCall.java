package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheMetrics;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks Leeloo; a failure is a result too. */
@Component
class UpstreamCall {

    private final LeelooClient leeloo;
    private final CacheMetrics metrics;

    UpstreamCall(LeelooClient leeloo, CacheMetrics metrics) {
        this.leeloo = leeloo;
        this.metrics = metrics;
    }

    <T> ReadResult<T> ask(CacheRead<T> read) {
        return ask(read, leeloo::execute);
    }

    /** Asks beside a call that hangs. */
    <T> ReadResult<T> askAgain(CacheRead<T> read) {
        metrics.countRetry(read.key().kind());
        return ask(read, leeloo::executeBeside);
    }

    private <T> ReadResult<T> ask(CacheRead<T> read, Function<Query<T>, LeelooResponse<T>> call) {
        var generation = read.entry().generation();
        try {
            var response = call.apply(read.query());
            return ReadResult.loaded(
                    CacheEntry.found(response.body(), stored(response.sentAt()), generation), response.value());
        } catch (LeelooNotFound e) {
            return ReadResult.notFound(CacheEntry.notFound(stored(e.sentAt().orElseThrow()), generation), e);
        } catch (LeelooException e) {
            return ReadResult.failed(e);
        }
    }

    /** With the precision of the database. */
    private static Instant stored(Instant sentAt) {
        return sentAt.truncatedTo(ChronoUnit.MICROS);
    }
}
