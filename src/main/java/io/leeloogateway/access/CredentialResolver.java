package io.leeloogateway.access;

import java.util.Optional;

/** Resolves one kind of credential to its client. */
public interface CredentialResolver {

    /** Returns the client of the token; empty, without a reason, if the token is not valid. */
    Optional<AuthenticatedClient> resolve(BearerToken bearer);
}
