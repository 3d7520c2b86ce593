package io.leeloogateway.operations;

import io.leeloogateway.leeloo.Change;
import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.LeelooCredentials;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;

/** The one way from a feature to a change at Leeloo: sent once, and an honest word on what became of it. */
@Component
public class Operations {

    private final Leeloo leeloo;

    Operations(Leeloo leeloo) {
        this.leeloo = leeloo;
    }

    public <T> T execute(Change<T> change) {
        var context = RequestContext.current();
        context.became(Outcome.UNKNOWN);
        try {
            var answer = leeloo.send(change);
            context.became(Outcome.APPLIED);
            return answer.value();
        } catch (LeelooException e) {
            context.became(outcome(e));
            throw e;
        }
    }

    private static Outcome outcome(LeelooException e) {
        return switch (e) {
            case LeelooNotFound _, LeelooRejected _, LeelooThrottled _ -> Outcome.REJECTED;
            case LeelooCredentials credentials ->
                switch (credentials.fault()) {
                    case REFUSED -> Outcome.REJECTED;
                    case UNREADABLE -> Outcome.NOT_SENT;
                };
            case LeelooUnavailable unavailable ->
                switch (unavailable.departure()) {
                    case NEVER_LEFT -> Outcome.NOT_SENT;
                    case MAY_BE_APPLIED -> Outcome.UNKNOWN;
                };
            case LeelooUnreadable _ -> Outcome.UNKNOWN;
        };
    }
}
