package io.leeloogateway.access;

import io.leeloogateway.secrets.Secret;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An unverified bearer token and the remoteAddress of its sender. */
public final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Secret token;
    private final String remoteAddress;

    public BearerToken(Secret token, String remoteAddress) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        this.remoteAddress = remoteAddress;
    }

    public Secret token() {
        return token;
    }

    public String remoteAddress() {
        return remoteAddress;
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
