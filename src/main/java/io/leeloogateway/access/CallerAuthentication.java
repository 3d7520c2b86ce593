package io.leeloogateway.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An authenticated caller. It has no authorities: {@link ScopeInterceptor} authorizes it for each route. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient AuthenticatedClient client;

    CallerAuthentication(AuthenticatedClient client) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.client = client;
        setAuthenticated(true);
    }

    AuthenticatedClient client() {
        return client;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return client.caller();
    }
}
