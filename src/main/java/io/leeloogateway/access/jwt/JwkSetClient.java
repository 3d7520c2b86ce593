package io.leeloogateway.access.jwt;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.text.ParseException;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the issuer's JWK set over HTTP. */
final class JwkSetClient implements Callable<JwkSet> {

    private static final Logger log = LoggerFactory.getLogger(JwkSetClient.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 500;
    private static final int READ_TIMEOUT_MILLIS = 2000;
    private static final int MAX_BYTES = 256 * 1024;

    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAX_BYTES);
    private final JwkSetParser parser = new JwkSetParser();
    private final JwkSetUriResolver uriResolver;
    private final LongSupplier nanoTime;

    JwkSetClient(JwtProperties properties, LongSupplier nanoTime) {
        uriResolver = new JwkSetUriResolver(properties, retriever);
        this.nanoTime = nanoTime;
    }

    /** Logs failures itself: no caller waits for the exception of a refresh ahead. */
    @Override
    public JwkSet call() throws IOException, ParseException {
        try {
            var content = retriever.retrieveResource(uriResolver.resolve()).getContent();
            return new JwkSet(parser.parse(content), nanoTime.getAsLong());
        } catch (IOException | ParseException e) {
            uriResolver.reset();
            log.warn("fetching the JWK set of the issuer failed: {}", e.toString());
            throw e;
        }
    }
}
