package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Departure;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for an answer, so long and so large as it may be, on the thread that serves the call. */
@Component
public class Transport {

    private static final Logger log = LoggerFactory.getLogger(Transport.class);

    private final Duration totalTimeout;
    private final Clock clock;

    Transport(LeelooProperties properties, Clock clock) {
        this.totalTimeout = properties.totalTimeout();
        this.clock = clock;
    }

    public RawResponse exchange(
            Supplier<Mono<ResponseEntity<Flux<DataBuffer>>>> call, int limit, Target target, CallDeadlines patience) {
        if (patience.departure().remaining().isZero()) {
            throw LeelooUnavailable.tooSlow(Departure.NEVER_LEFT, new TimeoutException("the deadline is over"));
        }
        var departed = new SendTracker(patience.departure());
        RequestContext.current().countLeelooCall();
        var began = clock.instant();
        try {
            var answered = call.get().flatMap(answer -> collect(answer, limit));
            var received = Mono.firstWithSignal(answered, departed.late())
                    .timeout(shorter(totalTimeout, patience.answer().remaining()))
                    .contextWrite(values -> values.put(SendTracker.class, departed))
                    .blockOptional()
                    .orElseThrow();
            note(began, String.valueOf(received.status().value()));
            return received;
        } catch (RuntimeException e) {
            note(began, TransportErrorMapper.kinds(e));
            log.warn("the call to Leeloo about {} broke: {}", target, TransportErrorMapper.kinds(e));
            throw TransportErrorMapper.translate(e, target, departed.giveUp());
        }
    }

    private void note(Instant began, String result) {
        var attempt = new UpstreamCall(began, Duration.between(began, clock.instant()), result);
        RequestContext.current().audit().addUpstreamCall(attempt);
    }

    private Mono<RawResponse> collect(ResponseEntity<Flux<DataBuffer>> answer, int limit) {
        var body = answer.getBody() == null ? Flux.<DataBuffer>empty() : answer.getBody();
        return DataBufferUtils.join(body, limit)
                .map(Transport::drain)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new RawResponse(answer.getStatusCode(), dated(answer), new RawBody(bytes)));
    }

    /** An answer without a date was given now (RFC 9110, 6.6.1). */
    private HttpHeaders dated(ResponseEntity<?> answer) {
        var headers = new HttpHeaders();
        headers.setDate(clock.instant());
        headers.putAll(answer.getHeaders());
        return headers;
    }

    private static byte[] drain(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
