package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller that was let in. What it may do is decided per route, by {@link RouteGuard}. */
final class EnteredCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Caller caller;

    EnteredCaller(Caller caller) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.caller = caller;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }
}
