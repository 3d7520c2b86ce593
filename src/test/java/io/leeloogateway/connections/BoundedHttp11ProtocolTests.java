package io.leeloogateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.DrippingClient;
import io.leeloogateway.fixtures.RawConnection;
import io.leeloogateway.fixtures.SlowReaders;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incomplete requests do not stop complete ones. */
class BoundedHttp11ProtocolTests {

    private static final String GET = "GET / HTTP/1.1\nHost: localhost\n\n";
    private static final String HALF = "GET / HTTP/1.1\nHost: localhost\nX-Filler: ";
    private static final String POST = "POST / HTTP/1.1\nHost: localhost\nContent-Length: 1000\n\n";
    private static final String REFUSED = "GET " + EmbeddedTomcat.REFUSED + " HTTP/1.1\nHost: localhost\n\n";
    private static final Duration OFTEN = Duration.ofMillis(100);

    /** A connection is new for a tenth of a second. */
    private static final Duration OLD = Duration.ofMillis(150);

    private final List<DrippingClient> clients = new ArrayList<>();
    private EmbeddedTomcat tomcat;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        tomcat = new EmbeddedTomcat();
    }

    @AfterEach
    void stop() throws IOException, LifecycleException {
        tomcat.release();
        for (var client : clients) {
            client.close();
        }
        tomcat.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", HALF, GET + HALF})
    void connectionWithAnIncompleteHeadIsClosedHoweverOftenAByteComes(String start) throws IOException {
        var client = connect();
        client.send(start);
        if (start.startsWith(GET)) {
            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }

        assertThat((start.isEmpty() ? client : client.drip("a", OFTEN)).response())
                .isEmpty();
    }

    /** Tomcat takes the square of a path's length for its semicolons and slashes. */
    @ParameterizedTest
    @ValueSource(strings = {"/", ";", "a;b=c/", "./", "a"})
    void restOfALongPathIsCut(String unit) throws IOException {
        try (var connection = new RawConnection(tomcat.port())) {
            assertThat(connection.exchange("GET /" + unit.repeat(6_000 / unit.length()) + " HTTP/1.1", ""))
                    .contains(EmbeddedTomcat.PATH_LENGTH + ": " + ShortPathAdapter.MAX_LENGTH);
            assertThat(connection.exchange("GET /large/other HTTP/1.1", ""))
                    .contains(EmbeddedTomcat.PATH_LENGTH + ": 12");
        }
    }

    @Test
    void completeRequestIsServedAmongIncompleteOnes() throws IOException {
        openHalfSentRequests();

        assertThat(connect().send(GET).head()).startsWith("HTTP/1.1 200");
    }

    @Test
    void connectionThatHasBeenServedOutlivesIncompleteRequests() throws IOException {
        var idle = connect();
        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");

        openHalfSentRequests();

        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");
    }

    @Test
    void requestThatIsServedIsNotInterrupted() throws Exception {
        var slow = connect().send(POST).send(" ".repeat(1000));
        tomcat.awaitPost();

        openHalfSentRequests();
        tomcat.release();

        assertThat(slow.head()).startsWith("HTTP/1.1 200");
    }

    @Test
    void completeRequestIsServedAmongSlowlyReadResponses() throws Exception {
        var request = "GET " + EmbeddedTomcat.LARGE + " HTTP/1.1\nHost: localhost\n\n";
        try (var patient = new EmbeddedTomcat(Duration.ofMinutes(1));
                var readers = SlowReaders.start(patient.port(), EmbeddedTomcat.CONNECTIONS, request, OFTEN);
                var client = new DrippingClient(patient.port())) {
            assertThat(readers.size()).isGreaterThan(EmbeddedTomcat.CONNECTIONS * 3 / 4);

            assertThat(client.send(GET).head()).startsWith("HTTP/1.1 200");
        }
    }

    /** All others are served, so only this one could make room. */
    @Test
    void newConnectionHasTimeToSendItsRequest() throws Exception {
        for (var i = 0; i < EmbeddedTomcat.CONNECTIONS - 2; i++) {
            connect().send(POST).send(" ".repeat(1000));
            tomcat.awaitPost();
        }

        var client = connectFrom("127.0.0.2");
        var another = connectFrom("127.0.0.2");

        assertThat(client.send(GET).head()).startsWith("HTTP/1.1 200");
        assertThat(another.send(GET).head()).startsWith("HTTP/1.1 200");
    }

    /** All but two are served to these addresses. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void addressThatHasItsShareLeavesRoomForOthers(int addresses) throws Exception {
        try (var patient = new EmbeddedTomcat(Duration.ofMinutes(1))) {
            serve(EmbeddedTomcat.CONNECTIONS - 2, addresses, patient);

            assertThat(connectFrom("127.0.0.2", patient).response()).isEmpty();
            assertThat(connectFrom("127.0.0.1", patient).send(GET).head()).startsWith("HTTP/1.1 200");
            patient.release();
        }
    }

    /** A new connection takes the place of an incomplete request, also of another address. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "127.0.0.6"})
    void addressThatHasItsShareFindsRoomInThePlaceOfWaitingConnections(String waiting) throws Exception {
        try (var patient = new EmbeddedTomcat(Duration.ofMinutes(1))) {
            var waitingClients = new ArrayList<DrippingClient>();
            for (var i = 0; i < 7; i++) {
                waitingClients.add(connectFrom(waiting, patient).send(HALF));
            }
            serve(EmbeddedTomcat.CONNECTIONS - 2 - 7, 1, patient);

            // a connection is new for a tenth of a second
            await().ignoreExceptions()
                    .until(() ->
                            connectFrom("127.0.0.2", patient).send(GET).head().startsWith("HTTP/1.1 200"));
            assertThat(isAnyClosed(waitingClients)).isTrue();
            patient.release();
        }
    }

    /** The share of the second address is more than its connections, as the first one has more than both. */
    @Test
    void addressBelowItsShareLeavesOthersTheirIdleConnections() throws Exception {
        try (var patient = new EmbeddedTomcat(Duration.ofMinutes(1), 32)) {
            var idle = List.of(connectFrom("127.0.0.1", patient), connectFrom("127.0.0.1", patient));
            for (var client : idle) {
                assertThat(client.send(GET).head()).startsWith("HTTP/1.1 200");
            }
            serve(16, 1, patient);
            Thread.sleep(OLD);

            for (var i = 0; i < 13; i++) {
                connectFrom("127.0.0.9", patient);
            }

            for (var client : idle) {
                assertThat(client.send(GET).head()).startsWith("HTTP/1.1 200");
            }
            patient.release();
        }
    }

    private static boolean isAnyClosed(List<DrippingClient> clients) throws IOException {
        for (var client : clients) {
            if (!client.isSilentFor(Duration.ofMillis(20))) {
                return true;
            }
        }
        return false;
    }

    private void serve(int requests, int addresses, EmbeddedTomcat server) throws Exception {
        for (var i = 0; i < requests; i++) {
            connectFrom("127.0.0." + (2 + i % addresses), server).send(POST).send(" ".repeat(1000));
            server.awaitPost();
        }
    }

    @Test
    void connectionWhoseBodyNobodyReadsIsClosedHoweverOftenAByteComes() throws IOException {
        tomcat.release();
        var client = connect().send(POST);
        assertThat(client.head()).startsWith("HTTP/1.1 200");

        assertThat(client.dripUntilClosed("a", OFTEN)).isLessThan(100);
    }

    @Test
    void nextRequestIsServedAfterABodyThatNobodyReads() throws IOException {
        tomcat.release();
        var client = connect().send(POST);
        assertThat(client.head()).startsWith("HTTP/1.1 200");

        client.send(" ".repeat(1000) + GET);

        assertThat(client.head()).startsWith("HTTP/1.1 200");
        assertThat(client.isSilentFor(Duration.ofMillis(600))).isTrue();
    }

    @Test
    void connectionsServeOnAfterSmallBodiesThatNobodyReads() throws IOException {
        tomcat.release();
        var refused = new ArrayList<DrippingClient>();
        for (var i = 0; i < 3; i++) {
            var client = connect().send(POST);
            assertThat(client.head()).startsWith("HTTP/1.1 200");
            refused.add(client);
        }

        for (var client : refused) {
            assertThat(client.send(" ".repeat(1000) + GET).head()).startsWith("HTTP/1.1 200");
        }
    }

    /** The gateway has time for the rests otherwise, and would close a connection that waits for its next request. */
    @Test
    void bodiesThatNobodyReadsMakeRoomBeforeConnectionsThatHaveBeenServed() throws IOException {
        var idle = connect();
        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");
        tomcat.release();

        for (var i = 0; i < 4 * EmbeddedTomcat.CONNECTIONS; i++) {
            assertThat(connect().send(POST).head()).startsWith("HTTP/1.1 200");
        }

        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusalComesAfterAPause() throws IOException {
        var client = connect().send(REFUSED);
        assertThat(client.isSilentFor(Duration.ofMillis(600))).isTrue();

        assertThat(client.head()).startsWith("HTTP/1.1 200").doesNotContain("Connection: close");
    }

    @Test
    void pausesBeforeRefusalsMakeRoom() throws IOException {
        var idle = connect();
        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");
        var first = connectFrom("127.0.0.2").send(REFUSED);
        assertThat(first.isSilentFor(OFTEN)).isTrue();
        for (var i = 0; i < 2 * EmbeddedTomcat.CONNECTIONS; i++) {
            connectFrom("127.0.0.2").send(REFUSED);
        }

        assertThat(connect().send(GET).head()).startsWith("HTTP/1.1 200");
        assertThat(first.response()).startsWith("HTTP/1.1 200").contains("Connection: close");
        assertThat(idle.send(GET).head()).startsWith("HTTP/1.1 200");
    }

    private void openHalfSentRequests() throws IOException {
        for (var i = 0; i < 3 * EmbeddedTomcat.CONNECTIONS; i++) {
            connectFrom("127.0.0.2").send(HALF);
        }
    }

    private DrippingClient connect() throws IOException {
        return connectFrom("127.0.0.1");
    }

    private DrippingClient connectFrom(String address) throws IOException {
        return connectFrom(address, tomcat);
    }

    private DrippingClient connectFrom(String address, EmbeddedTomcat server) throws IOException {
        var client = new DrippingClient(server.port(), InetAddress.getByName(address));
        clients.add(client);
        return client;
    }
}
