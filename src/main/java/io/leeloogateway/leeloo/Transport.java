package io.leeloogateway.leeloo;

import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Waits for an answer, so long and so large as it may be, on the thread that serves the call. */
@Component
class Transport {

    private final Duration totalTimeout;

    Transport(LeelooProperties properties) {
        this.totalTimeout = properties.totalTimeout();
    }

    Received exchange(Supplier<Mono<ResponseEntity<Flux<DataBuffer>>>> call, int limit, Target target) {
        var context = RequestContext.current();
        var departed = new AtomicBoolean();
        context.countLeelooCall();
        try {
            return call.get()
                    .flatMap(answer -> collect(answer, limit))
                    .timeout(shorter(totalTimeout, context.deadline().remaining()))
                    .contextWrite(values -> values.put(Departed.KEY, departed))
                    .blockOptional()
                    .orElseThrow();
        } catch (RuntimeException e) {
            throw Failures.translate(e, target, departed.get());
        }
    }

    private static Mono<Received> collect(ResponseEntity<Flux<DataBuffer>> answer, int limit) {
        var body = answer.getBody() == null ? Flux.<DataBuffer>empty() : answer.getBody();
        return DataBufferUtils.join(body, limit)
                .map(Transport::drain)
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new Received(answer.getStatusCode(), answer.getHeaders(), new Document(bytes)));
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
