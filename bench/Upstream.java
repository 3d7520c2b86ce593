import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Answers requests below each path with the bytes of a file (PORT PATH=FILE...), as the upstream of the other servers of bench/compare, and numbers its responses. */
class Upstream {

    private static final AtomicLong requests = new AtomicLong();

    public static void main(String... arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        for (var argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            var path = argument.substring(0, argument.indexOf('='));
            var body = Files.readAllBytes(Path.of(argument.substring(path.length() + 1)));
            server.createContext(path, exchange -> answer(exchange, body));
        }
        server.start();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "max-age=1800");
        exchange.getResponseHeaders().set("X-Response-Number", Long.toString(requests.incrementAndGet()));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
