package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.secrets.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

class JwtKeyringTests {

    private static final URI NOBODY = URI.create("http://127.0.0.1:9");
    private static final Secret TOKEN = new Secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl");

    @Test
    void issuersOutageShowsWhenATokenComesNotAtTheStart() {
        var keyring = new JwtKeyring(new JwtProperties(NOBODY, null, "leeloo-gateway", false, 60));

        assertThatThrownBy(() -> keyring.find(shown(TOKEN))).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void keySetThatIsAwayShowsInTheSameWay() {
        var keyring = new JwtKeyring(new JwtProperties(null, NOBODY, "leeloo-gateway", false, 60));

        assertThatThrownBy(() -> keyring.find(shown(TOKEN))).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void keysOfTheGatewayAreNotShownToTheIssuer() {
        var keyring = new JwtKeyring(new JwtProperties(NOBODY, null, "leeloo-gateway", false, 60));

        assertThat(keyring.find(shown(new Secret("lgw_of-no-worth")))).isEmpty();
    }

    @Test
    void tokensOpenNothingUnlessAnIssuerIsSet() {
        var keyring = new JwtKeyring(new JwtProperties(null, null, null, false, 60));

        assertThat(keyring.find(shown(TOKEN))).isEmpty();
    }

    @Test
    void audienceIsMandatory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtProperties(NOBODY, null, " ", false, 60))
                .withMessageContaining("gateway.access.jwt.audience");
    }

    private static BearerToken shown(Secret token) {
        return new BearerToken(token, "127.0.0.1");
    }
}
