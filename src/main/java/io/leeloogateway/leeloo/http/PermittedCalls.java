package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.quota.CallClass;
import io.leeloogateway.quota.Permit;
import io.leeloogateway.quota.Quota;
import io.leeloogateway.quota.QuotaExhausted;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.StartLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes calls with a permit of the quota: one permit for each HTTP exchange, which a call gives back if nothing was sent. */
@Component
public class PermittedCalls {

    private static final Duration TIME_FOR_CHANGE = Duration.ofSeconds(2);

    private final Quota quota;

    PermittedCalls(Quota quota) {
        this.quota = quota;
    }

    /** Reads on behalf of the current request, as urgently as the request. */
    public <T> T read(Supplier<T> call) {
        var context = RequestContext.current();
        try (var permit = acquire(CallClass.ofRead(context), context.startLimit())) {
            return use(permit, call);
        }
    }

    /** The permit for a change, if there is one within a moment. */
    public Optional<SendPermit> tryReserve() {
        return quota.tryAcquire(CallClass.INTERACTIVE_CHANGE).map(SendPermit::new);
    }

    /** Waits for the permit for a change: a change that starts late would end with an unknown outcome. */
    public SendPermit reserve() {
        var half = RequestContext.current().deadline().remaining().dividedBy(2);
        var time = half.compareTo(TIME_FOR_CHANGE) < 0 ? half : TIME_FOR_CHANGE;
        var startBy = RequestContext.current().deadline().minus(time);
        return new SendPermit(acquire(CallClass.INTERACTIVE_CHANGE, new StartLimit(startBy)));
    }

    /** Sends a change with its permit. */
    public <T> T send(SendPermit reserved, Supplier<T> call) {
        try (var permit = reserved.permit()) {
            return use(permit, call);
        }
    }

    private Permit acquire(CallClass callClass, StartLimit limit) {
        try {
            return quota.acquire(callClass, limit);
        } catch (QuotaExhausted e) {
            throw new LeelooQuotaExhausted(e);
        }
    }

    private static <T> T use(Permit permit, Supplier<T> call) {
        try {
            return call.get();
        } catch (LeelooThrottled e) {
            permit.throttled(e.requestedDelay().orElse(null));
            throw e;
        } catch (LeelooException e) {
            if (isNotSent(e)) {
                permit.giveBack();
            }
            throw e;
        }
    }

    private static boolean isNotSent(LeelooException failure) {
        return switch (failure) {
            case LeelooUnavailable unavailable -> unavailable.delivery() == LeelooUnavailable.Delivery.NOT_SENT;
            case LeelooCredentialsRejected credentials ->
                credentials.reason() != LeelooCredentialsRejected.Reason.REJECTED;
            default -> false;
        };
    }
}
