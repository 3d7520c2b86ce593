package io.leeloogateway.access;

import io.leeloogateway.secrets.Secret;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a caller showed at the door. */
public final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Secret token;
    private final String address;

    public BearerToken(Secret token, String address) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        this.address = address;
    }

    public Secret token() {
        return token;
    }

    /** From where it was shown. */
    public String address() {
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
