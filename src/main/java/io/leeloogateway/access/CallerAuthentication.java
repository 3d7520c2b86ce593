package io.leeloogateway.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller that was let in. What it may do is decided per route, by {@link ScopeInterceptor}. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient AuthenticatedClient pass;

    CallerAuthentication(AuthenticatedClient pass) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.pass = pass;
        setAuthenticated(true);
    }

    AuthenticatedClient pass() {
        return pass;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return pass.caller();
    }
}
