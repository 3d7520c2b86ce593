package io.leeloogateway.access;

import java.util.Optional;

/** Knows some keys and whom they stand for. */
public interface CredentialResolver {

    /** Who shows this token; empty, and silent about why, if it opens nothing. */
    Optional<AuthenticatedClient> find(BearerToken shown);
}
