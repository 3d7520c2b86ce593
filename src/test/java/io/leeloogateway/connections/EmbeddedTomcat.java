package io.leeloogateway.connections;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;

/** A Tomcat with at most 16 connections and one second for the head of a request. It responds at once, and to {@code POST} after its release. */
final class EmbeddedTomcat implements AutoCloseable {

    static final int CONNECTIONS = 16;

    static final String LARGE = "/large";

    /** The response comes after a pause. */
    static final String REFUSED = "/refused";

    static final String PATH_LENGTH = "Path-Length";

    private static final int LARGE_BYTES = 8_000_000;

    private final Tomcat tomcat = new Tomcat();
    private final Semaphore received = new Semaphore(0);
    private final CountDownLatch release = new CountDownLatch(1);

    EmbeddedTomcat() throws IOException, LifecycleException {
        this(Duration.ofSeconds(1));
    }

    /** The timeout is that of a request's head, and of a write without progress. */
    EmbeddedTomcat(Duration timeout) throws IOException, LifecycleException {
        this(timeout, CONNECTIONS);
    }

    EmbeddedTomcat(Duration timeout, int connections) throws IOException, LifecycleException {
        var folder = Files.createTempDirectory("tomcat").toString();
        tomcat.setBaseDir(folder);
        var connector = new Connector(BoundedHttp11Protocol.class.getName());
        connector.setPort(0);
        var http = (AbstractProtocol<?>) connector.getProtocolHandler();
        http.setAddress(InetAddress.getLoopbackAddress());
        http.setMaxConnections(connections);
        http.setConnectionTimeout((int) timeout.toMillis());
        http.setKeepAliveTimeout(60_000);
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new ClientConnectionValve());
        var context = tomcat.addContext("", folder);
        Tomcat.addServlet(context, "servlet", new Servlet()).addMapping("/");
        tomcat.start();
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    void awaitPost() throws InterruptedException {
        received.acquire();
    }

    void release() {
        release.countDown();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private final class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals(REFUSED)) {
                ClientConnection.of(request).orElseThrow().pause(response);
            }
            var length = request.getRequestURI().equals(LARGE) ? LARGE_BYTES : 0;
            response.setContentLength(length);
            response.setIntHeader(PATH_LENGTH, request.getRequestURI().length());
            response.getOutputStream().write(new byte[length]);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            received.release();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            response.setContentLength(0);
        }
    }
}
