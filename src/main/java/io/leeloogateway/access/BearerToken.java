package io.leeloogateway.access;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.secrets.Secret;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An unverified bearer token and the address of its sender. */
public final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Secret token;
    private final IpAddress address;

    public BearerToken(Secret token, IpAddress address) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        this.address = address;
    }

    public Secret token() {
        return token;
    }

    public IpAddress address() {
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
