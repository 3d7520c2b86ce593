package io.leeloogateway.access;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a caller showed at the door. */
final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Secret token;

    BearerToken(Secret token) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
    }

    Secret token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return "bearer";
    }
}
