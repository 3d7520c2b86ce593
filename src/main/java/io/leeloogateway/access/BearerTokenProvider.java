package io.leeloogateway.access;

import io.leeloogateway.access.jwt.IssuerUnavailable;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Authenticates a bearer token with the first resolver that accepts it. */
@Component
class BearerTokenProvider implements AuthenticationProvider {

    private final List<CredentialResolver> resolvers;

    BearerTokenProvider(List<CredentialResolver> resolvers) {
        this.resolvers = List.copyOf(resolvers);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var token = (BearerToken) authentication;
        try {
            return resolvers.stream()
                    .map(resolver -> resolver.resolve(token))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(CallerAuthentication::new)
                    .orElseThrow(() -> new BadCredentialsException("no resolver accepts the token"));
        } catch (DataAccessException | TransactionException | IssuerUnavailable e) {
            throw new InternalAuthenticationServiceException("the credentials cannot be looked up", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerToken.class.isAssignableFrom(authentication);
    }
}
