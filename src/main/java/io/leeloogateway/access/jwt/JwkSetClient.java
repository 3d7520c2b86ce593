package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an issuer for its key set over the network. */
final class JwkSetClient implements Callable<JwkSet> {

    private static final Logger log = LoggerFactory.getLogger(JwkSetClient.class);
    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 2000;
    private static final int MOST_BYTES = 256 * 1024;

    private final ResourceRetriever retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private final JwkSetUriResolver address;
    private final Clock clock;

    JwkSetClient(JwtProperties properties, Clock clock) {
        address = new JwkSetUriResolver(properties, retriever);
        this.clock = clock;
    }

    /** Says itself that it failed: a fetch ahead of time has nobody who waits for the exception. */
    @Override
    public JwkSet call() throws IOException, ParseException {
        try {
            var content = retriever.retrieveResource(address.find()).getContent();
            return new JwkSet(JWKSet.parse(content), clock.instant());
        } catch (IOException | ParseException e) {
            address.forget();
            log.warn("the issuer's keys cannot be fetched: {}", e.toString());
            throw e;
        }
    }
}
