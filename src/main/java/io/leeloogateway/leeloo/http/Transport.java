package io.leeloogateway.leeloo.http;

import io.leeloogateway.bulkhead.TooManyLargeAnswers;
import io.leeloogateway.leeloo.JsonWeight;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one HTTP call and blocks the calling thread until the response is complete. Limits its time and size. */
@Component
public class Transport {

    private static final Logger log = LoggerFactory.getLogger(Transport.class);

    private final Duration totalTimeout;
    private final TokenSource tokens;
    private final Clock clock;

    Transport(LeelooProperties properties, TokenSource tokens, Clock clock) {
        this.totalTimeout = properties.totalTimeout();
        this.tokens = tokens;
        this.clock = clock;
    }

    public RawResponse exchange(
            Supplier<Mono<ResponseEntity<Flux<DataBuffer>>>> call,
            ResponseSize size,
            Target target,
            CallDeadlines deadlines) {
        if (deadlines.send().remaining().isZero()) {
            throw LeelooUnavailable.timedOut(Delivery.NOT_SENT, new TimeoutException("the deadline has passed"));
        }
        var mask = TokenMask.of(tokens.current());
        var tracker = new SendTracker(deadlines.send(), RequestContext.current()::countLeelooCall);
        var startedAt = clock.instant();
        try {
            var response = Mono.firstWithSignal(
                            call.get().flatMap(entity -> collect(entity, size, mask, startedAt)),
                            tracker.sendTimeout(),
                            deadlines.abandoned().cast(RawResponse.class))
                    .timeout(min(totalTimeout, deadlines.response().remaining()))
                    .contextWrite(values -> values.put(SendTracker.class, tracker))
                    .blockOptional()
                    .orElseThrow();
            record(startedAt, String.valueOf(response.status().value()));
            return response;
        } catch (RuntimeException e) {
            record(startedAt, TransportErrorMapper.causes(e));
            log.warn("the call to Leeloo about {} failed: {}", target, TransportErrorMapper.causes(e));
            var failure = TransportErrorMapper.toException(e, target, tracker.abandon());
            throw Exceptions.unwrap(e) instanceof TooManyLargeAnswers full ? full : failure;
        }
    }

    private void record(Instant startedAt, String result) {
        var call = new UpstreamCall(startedAt, Duration.between(startedAt, clock.instant()), result);
        RequestContext.current().audit().addUpstreamCall(call);
    }

    /** Reads a response that is refused to its end and drops it, so that its connection can be used again. */
    private Mono<RawResponse> collect(
            ResponseEntity<Flux<DataBuffer>> response, ResponseSize size, TokenMask mask, Instant sentAt) {
        var body = response.getBody() == null ? Flux.<DataBuffer>empty() : response.getBody();
        var refusal = new AtomicReference<@Nullable TooManyLargeAnswers>();
        return DataBufferUtils.join(body.filter(buffer -> isKept(buffer, size, refusal)), size.limit())
                .map(Transport::toBytes)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> {
                    var full = refusal.get();
                    if (full != null) {
                        throw full;
                    }
                    mask.apply(bytes);
                    return new RawResponse(response.getStatusCode(), withDate(response), new RawBody(bytes), sentAt);
                });
    }

    /** The join releases a buffer that the filter discards. */
    private static boolean isKept(
            DataBuffer buffer, ResponseSize size, AtomicReference<@Nullable TooManyLargeAnswers> refusal) {
        if (refusal.get() == null) {
            try {
                size.onWeight().accept(weight(buffer));
                return true;
            } catch (TooManyLargeAnswers e) {
                refusal.set(e);
            }
        }
        return false;
    }

    private static int weight(DataBuffer buffer) {
        var weight = 0;
        try (var parts = buffer.readableByteBuffers()) {
            while (parts.hasNext()) {
                weight += JsonWeight.of(parts.next());
            }
        }
        return weight;
    }

    /** A response without a date gets the current date (RFC 9110, 6.6.1). */
    private HttpHeaders withDate(ResponseEntity<?> response) {
        var headers = new HttpHeaders();
        headers.setDate(clock.instant());
        headers.putAll(response.getHeaders());
        return headers;
    }

    private static byte[] toBytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
