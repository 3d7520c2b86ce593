package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.LeelooUnavailable.Departure;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.TimeoutException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import reactor.core.Exceptions;

/** Says what a failure of the transport means; whether the request had left decides what may have been applied. */
final class Failures {

    private Failures() {}

    static LeelooException translate(RuntimeException failure, Target target, boolean departed) {
        var departure = departed ? Departure.MAY_BE_APPLIED : Departure.NEVER_LEFT;
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
                    return new LeelooUnreadable(target, "is not HTTP", undecodable);
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
}
