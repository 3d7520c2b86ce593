package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.Query;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks Leeloo and puts down what it answered; one instance at a time for each copy. */
@Component
class Loader {

    private final Leeloo leeloo;
    private final Copies copies;
    private final LoadLeases leases;
    private final Elsewhere elsewhere;
    private final MirrorProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Loader(
            Leeloo leeloo,
            Copies copies,
            LoadLeases leases,
            Elsewhere elsewhere,
            MirrorProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leeloo = leeloo;
        this.copies = copies;
        this.leases = leases;
        this.elsewhere = elsewhere;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Whatever is kept is asked for under a lease, so that others wait for it. */
    <T> Loaded load(Query<T> query, long generation, Directives directives) {
        var key = query.copy();
        if (directives.noStore() || !properties.of(key.kind()).isKept()) {
            return ask(query);
        }
        var holder = UUID.randomUUID();
        while (!leases.take(key.text(), holder, generation)) {
            var loaded = elsewhere.await(query, generation, directives);
            if (loaded.isPresent()) {
                return loaded.get();
            }
        }
        return keep(query, generation, holder);
    }

    private <T> Loaded keep(Query<T> query, long generation, UUID holder) {
        var id = query.copy().text();
        try {
            var loaded = ask(query);
            if (loaded.copy() == null) {
                leases.fail(id, holder, RemoteFailure.tell(Objects.requireNonNull(loaded.failure())));
                return loaded;
            }
            keep(query, loaded.copy(), loaded.answer(), generation);
            leases.release(id, holder);
            return loaded.stored();
        } catch (RuntimeException e) {
            leases.release(id, holder);
            throw e;
        }
    }

    private void keep(Query<?> query, Copy copy, @Nullable Object answer, long generation) {
        copies.keep(query.copy(), copy, answer, generation);
        if (answer != null) {
            events.publishEvent(new Kept(query, answer, copy.at(), generation));
        }
    }

    private <T> Loaded ask(Query<T> query) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            var answer = leeloo.ask(query);
            return Loaded.answered(Copy.of(answer.document(), at), answer.value());
        } catch (LeelooNotFound e) {
            return new Loaded(Copy.tombstone(at), null, e, false);
        } catch (LeelooException e) {
            return Loaded.failed(e);
        }
    }
}
