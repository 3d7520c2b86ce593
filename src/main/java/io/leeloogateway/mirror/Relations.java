package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Change;
import java.util.Set;

/** What a room knows of its copies: which others show what a change changes. */
public interface Relations {

    /** The scopes that such a change ends besides those that it names itself. */
    Set<String> touchedBesides(Change<?> change);
}
