package io.leeloogateway.leeloo.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A way in which an upstream server makes a client confuse two responses, with the status class of the only safe answer. */
enum Disturbance {
    NONE(200, "R"),
    CONTINUE_GLUED(200, "0R"),
    PROCESSING_GLUED(200, "2R"),
    HINTS_GLUED(200, "3R"),
    HINTS_LATE(200, "3|-R"),
    TWO_GLUED(200, "23R"),
    TWO_LATE(200, "2|-3|-R"),
    UNKNOWN_INTERIM(200, "9|R"),
    INTERIM_AFTERWARDS(200, "R3"),
    INTERIM_LONG_AFTERWARDS(200, "R|-3"),
    SURPLUS_GLUED(200, "RD"),
    SURPLUS_LATE(200, "R|-D"),
    SURPLUS_AFTER_HINTS(200, "3|-R|-D"),
    SURPLUS_BYTES(200, "R}"),
    TOO_LATE(504, "=R|D"),
    TOO_LATE_AFTER_HINTS(504, "3|=R|D"),
    SWITCHED(502, "1R"),
    FLOOD(502, "333333333333R"),
    ONLY_HINTS(503, "3|x");

    private static final int PAUSE_NANOS = 20_000_000;
    private static final int LONG_PAUSE_NANOS = 1_200_000_000;

    private final int status;
    private final String script;

    Disturbance(int status, String script) {
        this.status = status;
        this.script = script;
    }

    /** The status of the gateway; 200 stands for the status without a disturbance. */
    int status() {
        return status;
    }

    /** Sends the response among interim responses, pauses and the response to another call. */
    void write(Socket socket, String response, String other) throws IOException {
        var pending = new StringBuilder();
        for (var position = 0; position < script.length(); position++) {
            switch (script.charAt(position)) {
                case '|' -> flush(socket, pending);
                case '-' -> LockSupport.parkNanos(PAUSE_NANOS);
                case '=' -> LockSupport.parkNanos(LONG_PAUSE_NANOS);
                case 'x' -> socket.close();
                default -> pending.append(text(script.charAt(position), response, other));
            }
        }
        flush(socket, pending);
    }

    private static String text(char step, String response, String other) {
        return switch (step) {
            case 'R' -> complete(response);
            case 'D' -> complete(other);
            case '}' -> "}";
            case '3' -> "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";
            case '9' -> "HTTP/1.1 199 Unknown\r\n\r\n";
            default -> "HTTP/1.1 10" + step + " Interim\r\n\r\n";
        };
    }

    private static String complete(String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    private static void flush(Socket socket, StringBuilder pending) throws IOException {
        if (!socket.isClosed()) {
            socket.getOutputStream().write(pending.toString().getBytes(StandardCharsets.UTF_8));
        }
        pending.setLength(0);
    }
}
