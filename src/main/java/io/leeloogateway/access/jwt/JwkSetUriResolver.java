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

/** Resolves the URI of the issuer's JWK set from the settings or from the issuer's metadata. */
final class JwkSetUriResolver {

    private static final Logger log = LoggerFactory.getLogger(JwkSetUriResolver.class);

    private final JwtProperties properties;
    private final ResourceRetriever retriever;
    private volatile @Nullable URL resolved;

    JwkSetUriResolver(JwtProperties properties, ResourceRetriever retriever) {
        this.properties = properties;
        this.retriever = retriever;
    }

    URL resolve() throws IOException {
        var cached = resolved;
        if (cached != null) {
            return cached;
        }
        var uri = properties.jwkSetUri();
        var url = requireHttp(uri != null ? uri : discover(Objects.requireNonNull(properties.issuerUri())));
        resolved = url;
        return url;
    }

    /** Discards the resolved URI; the next call reads the metadata again. */
    void reset() {
        resolved = null;
    }

    private URI discover(URI issuer) throws IOException {
        for (var metadataUri : metadataUris(issuer)) {
            try {
                return jwksUri(
                        issuer,
                        retriever.retrieveResource(requireHttp(metadataUri)).getContent());
            } catch (FileNotFoundException _) {
                log.debug("the issuer has no metadata at {}", metadataUri);
            }
        }
        throw new IOException("no metadata of issuer " + issuer);
    }

    /** OpenID Connect Discovery 1.0, 4.1, and RFC 8414, 3 and 5. */
    private static List<URI> metadataUris(URI issuer) {
        var path = issuer.getRawPath().replaceFirst("/$", "");
        return Stream.of(
                        path + "/.well-known/openid-configuration",
                        "/.well-known/openid-configuration" + path,
                        "/.well-known/oauth-authorization-server" + path)
                .distinct()
                .map(issuer::resolve)
                .toList();
    }

    private static URI jwksUri(URI issuer, String metadata) throws IOException {
        try {
            var fields = JSONObjectUtils.parse(metadata);
            var jwksUri = JSONObjectUtils.getURI(fields, "jwks_uri");
            if (jwksUri == null || !issuer.toString().equals(JSONObjectUtils.getString(fields, "issuer"))) {
                throw new IOException("metadata of another issuer than " + issuer + ", or without jwks_uri");
            }
            return jwksUri;
        } catch (ParseException e) {
            throw new IOException("unreadable metadata of issuer " + issuer, e);
        }
    }

    /** The retriever also reads files. */
    private static URL requireHttp(URI uri) throws IOException {
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IOException(uri + " is not an HTTP URI");
        }
        return uri.toURL();
    }
}
