package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.TimeoutException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.core.Exceptions;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Maps a failure of the transport to an exception; the delivery decides whether a change may be applied. */
final class TransportErrorMapper {

    private static final int MAX_CAUSES = 10;

    private TransportErrorMapper() {}

    static LeelooException toException(RuntimeException failure, Target target, Delivery delivery) {
        var possiblySent = delivery == Delivery.POSSIBLY_SENT;
        if (Exceptions.unwrap(failure) instanceof java.util.concurrent.TimeoutException over) {
            return LeelooUnavailable.timedOut(delivery, over);
        }
        for (var cause = Exceptions.unwrap(failure); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LeelooException known -> {
                    return known;
                }
                case PoolAcquireTimeoutException full -> {
                    return LeelooUnavailable.noFreeConnection(full);
                }
                case DataBufferLimitException tooLarge -> {
                    return new LeelooUnreadable(target, "is too large", tooLarge);
                }
                case DecoderException undecodable -> {
                    return notHttp(target, undecodable);
                }
                case IllegalArgumentException undecodable
                when possiblySent -> {
                    return notHttp(target, undecodable);
                }
                case TimeoutException late -> {
                    return LeelooUnavailable.timedOut(delivery, late);
                }
                case java.util.concurrent.TimeoutException late
                when possiblySent -> {
                    return LeelooUnavailable.timedOut(delivery, late);
                }
                default -> {}
            }
        }
        return LeelooUnavailable.unreachable(delivery, failure);
    }

    /** The class names of the causes, outermost first. Their messages quote the response and are left out. */
    static String causes(Throwable failure) {
        return Stream.iterate(Exceptions.unwrap(failure), Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
    }

    /** Netty quotes unreadable input in its messages. */
    private static LeelooUnreadable notHttp(Target target, RuntimeException undecodable) {
        var cause = new IllegalArgumentException(undecodable.getClass().getSimpleName());
        return new LeelooUnreadable(target, "is not HTTP", cause);
    }
}
