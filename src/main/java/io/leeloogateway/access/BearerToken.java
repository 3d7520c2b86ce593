package io.leeloogateway.access;

import io.leeloogateway.secrets.Secret;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a caller showed at the door. */
final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Secret token;
    private final String address;

    BearerToken(Secret token, String address) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        this.address = address;
    }

    Secret token() {
        return token;
    }

    /** From where it was shown. */
    String address() {
        return address;
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
