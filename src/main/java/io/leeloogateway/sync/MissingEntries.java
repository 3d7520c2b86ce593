package io.leeloogateway.sync;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.Query;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks at Leeloo the entries that a complete run did not meet. Only Leeloo's own not-found makes an entry gone. */
@Component
class MissingEntries {

    private final MissingEntryRepository missing;
    private final SyncEntryRepository entries;
    private final LeelooCache cache;

    MissingEntries(MissingEntryRepository missing, SyncEntryRepository entries, LeelooCache cache) {
        this.missing = missing;
        this.entries = entries;
        this.cache = cache;
    }

    /** The next entry after the checkpoint that the run did not meet. */
    Optional<String> next(SyncRun run) {
        return hasDetails(run.kind()) ? missing.findNext(run) : Optional.empty();
    }

    /** Whether Leeloo has single resources of the kind. The other lists come in one response. */
    boolean hasDetails(SyncKind kind) {
        return switch (kind) {
            case PEOPLE, ORDERS, USERS, TUNNELS -> true;
            case TAGS, CONNECTIONS, TEMPLATES -> false;
        };
    }

    /** Asks Leeloo, and stores its response in the cache. */
    boolean isGone(SyncRun run, String id) {
        try {
            cache.readFromLeeloo(detail(run.kind(), id));
            entries.recordFound(run, id);
            return false;
        } catch (LeelooNotFound _) {
            missing.forgetRow(run.kind(), id);
            return true;
        }
    }

    private static Query<?> detail(SyncKind kind, String id) {
        return switch (kind) {
            case PEOPLE -> new FindPerson(id);
            case ORDERS -> new FindOrder(id);
            case USERS -> new FindUser(id);
            case TUNNELS -> new FindTunnel(id);
            case TAGS, CONNECTIONS, TEMPLATES -> throw new IllegalArgumentException(kind + " has no details");
        };
    }
}
