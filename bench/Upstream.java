import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Answers every request with the bytes of a file, as the upstream of the other servers of bench/compare, and numbers its responses. */
class Upstream {

    private static final AtomicLong requests = new AtomicLong();

    public static void main(String... arguments) throws IOException {
        var body = Files.readAllBytes(Path.of(arguments[1]));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=1800");
            exchange.getResponseHeaders().set("X-Response-Number", Long.toString(requests.incrementAndGet()));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
