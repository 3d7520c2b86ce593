package io.leeloogateway.leeloo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** How a {@link RawLeeloo} answers a request that it has read to the end. */
public interface Manner {

    void answer(Socket socket) throws IOException;

    /** Answers and hangs up. */
    static Manner answer(int status, String body, String... headers) {
        return socket -> {
            send(socket, head(status, body, headers) + "Connection: close\r\n\r\n" + body);
            socket.close();
        };
    }

    /** Answers and keeps the connection. */
    static Manner answerAndStay(String body) {
        return socket -> send(socket, head(200, body) + "\r\n" + body);
    }

    /** Answers, and hangs up without having said that it would. */
    static Manner answerAndVanish(String body) {
        return socket -> {
            send(socket, head(200, body) + "\r\n" + body);
            socket.close();
        };
    }

    /** Sends these bytes and hangs up. */
    static Manner raw(String text) {
        return socket -> {
            send(socket, text);
            socket.close();
        };
    }

    static Manner closing() {
        return Socket::close;
    }

    static Manner resetting() {
        return Manner::reset;
    }

    /** Breaks off after the first half of the body. */
    static Manner resettingMidBody(String body) {
        return socket -> {
            send(socket, head(200, body) + "\r\n" + body.substring(0, body.length() / 2));
            reset(socket);
        };
    }

    /** Says nothing until the other side hangs up. */
    static Manner silent() {
        return socket -> socket.getInputStream().read();
    }

    /** A byte now and then, for ever so long. */
    static Manner dripping(String body) {
        return socket -> {
            send(socket, head(200, body) + "\r\n");
            for (var position = 0; position < body.length(); position++) {
                send(socket, body.substring(position, position + 1));
                LockSupport.parkNanos(50_000_000);
            }
        };
    }

    private static String head(int status, String body, String... headers) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n" + more;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
