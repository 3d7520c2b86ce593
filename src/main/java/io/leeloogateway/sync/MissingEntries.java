package io.leeloogateway.sync;

import io.leeloogateway.cache.BackgroundReads;
import io.leeloogateway.cache.ErasedMeanwhile;
import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.Query;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks at Leeloo the entries that a complete run did not meet. Only Leeloo's own not-found makes an entry gone. */
@Component
class MissingEntries {

    private static final Logger log = LoggerFactory.getLogger(MissingEntries.class);

    private final MissingEntryRepository missing;
    private final SyncEntryRepository entries;
    private final BackgroundReads reads;

    MissingEntries(MissingEntryRepository missing, SyncEntryRepository entries, BackgroundReads reads) {
        this.missing = missing;
        this.entries = entries;
        this.reads = reads;
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

    /** Asks Leeloo, and stores its response in the cache. A failure that concerns other calls, too, is thrown. */
    EntryCheck check(SyncRun run, String id) {
        try {
            reads.begin(() -> missing.isCached(run.kind(), id)).readFromLeeloo(detail(run.kind(), id));
            entries.keep(run, id);
            return EntryCheck.FOUND;
        } catch (ErasedMeanwhile _) {
            return EntryCheck.ERASED;
        } catch (LeelooException e) {
            return switch (e) {
                case LeelooNotFound _ -> forget(run, id);
                case LeelooRejected _ -> keepUndecided(run, id, e);
                case LeelooUnreadable unreadable when !unreadable.isFromElsewhere() -> keepUndecided(run, id, e);
                case LeelooUnreadable _,
                        LeelooUnavailable _,
                        LeelooThrottled _,
                        LeelooQuotaExhausted _,
                        LeelooCredentialsRejected _ -> throw e;
            };
        }
    }

    private EntryCheck forget(SyncRun run, String id) {
        missing.forgetRow(run.kind(), id);
        return EntryCheck.GONE;
    }

    private EntryCheck keepUndecided(SyncRun run, String id, LeelooException failure) {
        log.warn(
                "an entry of {} is in no list, and its check is undecided: {}",
                run.kind().value(),
                failure.detail());
        entries.keep(run, id);
        return EntryCheck.UNDECIDED;
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
