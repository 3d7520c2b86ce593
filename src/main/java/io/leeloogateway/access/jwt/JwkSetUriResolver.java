package io.leeloogateway.access.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an issuer's key set is: as a setting says, otherwise as its metadata says. */
final class JwkSetUriResolver {

    private static final Logger log = LoggerFactory.getLogger(JwkSetUriResolver.class);

    private final JwtProperties properties;
    private final ResourceRetriever retriever;
    private volatile @Nullable URL found;

    JwkSetUriResolver(JwtProperties properties, ResourceRetriever retriever) {
        this.properties = properties;
        this.retriever = retriever;
    }

    URL find() throws IOException {
        var known = found;
        if (known != null) {
            return known;
        }
        var address = properties.jwkSetUri();
        var url = web(address != null ? address : discover(Objects.requireNonNull(properties.issuerUri())));
        found = url;
        return url;
    }

    /** Lets the metadata be read again: the key set may have moved. */
    void forget() {
        found = null;
    }

    private URI discover(URI issuer) throws IOException {
        for (var place : places(issuer)) {
            try {
                return keySet(issuer, retriever.retrieveResource(web(place)).getContent());
            } catch (FileNotFoundException _) {
                log.debug("the issuer has no metadata at {}", place);
            }
        }
        throw new IOException("no metadata of issuer " + issuer);
    }

    /** OpenID Connect Discovery 1.0, 4.1, and the two of RFC 8414, 3 and 5. */
    private static List<URI> places(URI issuer) {
        var path = issuer.getRawPath().replaceFirst("/$", "");
        return Stream.of(
                        path + "/.well-known/openid-configuration",
                        "/.well-known/openid-configuration" + path,
                        "/.well-known/oauth-authorization-server" + path)
                .distinct()
                .map(issuer::resolve)
                .toList();
    }

    private static URI keySet(URI issuer, String metadata) throws IOException {
        try {
            var fields = JSONObjectUtils.parse(metadata);
            var keySet = JSONObjectUtils.getURI(fields, "jwks_uri");
            if (keySet == null || !issuer.toString().equals(JSONObjectUtils.getString(fields, "issuer"))) {
                throw new IOException("metadata of another issuer than " + issuer + ", or without a key set");
            }
            return keySet;
        } catch (ParseException e) {
            throw new IOException("unreadable metadata of issuer " + issuer, e);
        }
    }

    /** The retriever would read files, too. */
    private static URL web(URI address) throws IOException {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
            throw new IOException(address + " is not on the web");
        }
        return address.toURL();
    }
}
