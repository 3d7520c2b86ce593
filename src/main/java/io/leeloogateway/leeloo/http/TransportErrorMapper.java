package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Departure;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.TimeoutException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.core.Exceptions;

/** Says what a failure of the transport means; whether the request had left decides what may have been applied. */
final class TransportErrorMapper {

    private static final int MOST_CAUSES = 10;

    private TransportErrorMapper() {}

    static LeelooException translate(RuntimeException failure, Target target, Departure departure) {
        var departed = departure == Departure.MAY_BE_APPLIED;
        if (Exceptions.unwrap(failure) instanceof java.util.concurrent.TimeoutException over) {
            return LeelooUnavailable.tooSlow(departure, over);
        }
        for (var cause = Exceptions.unwrap(failure); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case LeelooException known -> {
                    return known;
                }
                case DataBufferLimitException tooLarge -> {
                    return new LeelooUnreadable(target, "is too large", tooLarge);
                }
                case DecoderException undecodable -> {
                    return notHttp(target, undecodable);
                }
                case IllegalArgumentException undecodable
                when departed -> {
                    return notHttp(target, undecodable);
                }
                case TimeoutException late -> {
                    return LeelooUnavailable.tooSlow(departure, late);
                }
                case java.util.concurrent.TimeoutException late
                when departed -> {
                    return LeelooUnavailable.tooSlow(departure, late);
                }
                default -> {}
            }
        }
        return LeelooUnavailable.unreachable(departure, failure);
    }

    /** What broke, from the outside inwards; without messages, which quote what came over the wire. */
    static String kinds(Throwable failure) {
        return Stream.iterate(Exceptions.unwrap(failure), Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" < "));
    }

    /** Netty quotes in its messages what it could not read. */
    private static LeelooUnreadable notHttp(Target target, RuntimeException undecodable) {
        var cause = new IllegalArgumentException(undecodable.getClass().getSimpleName());
        return new LeelooUnreadable(target, "is not HTTP", cause);
    }
}
