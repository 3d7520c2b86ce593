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

/** Checks what was shown: looks for it on every keyring. */
@Component
class BearerTokenProvider implements AuthenticationProvider {

    private final List<CredentialResolver> keyrings;

    BearerTokenProvider(List<CredentialResolver> keyrings) {
        this.keyrings = List.copyOf(keyrings);
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        var token = (BearerToken) shown;
        try {
            return keyrings.stream()
                    .map(keyring -> keyring.find(token))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(CallerAuthentication::new)
                    .orElseThrow(() -> new BadCredentialsException("no keyring has this key"));
        } catch (DataAccessException | TransactionException | IssuerUnavailable e) {
            throw new InternalAuthenticationServiceException("the keys cannot be looked up", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerToken.class.isAssignableFrom(authentication);
    }
}
