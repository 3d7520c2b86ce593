package io.leeloogateway.sandbox.fault;

import io.leeloogateway.sandbox.http.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends a response, damaged by its fault. */
public final class FaultyResponseWriter {

    private final JsonMapper mapper;
    private final DelayRegistry delays;

    public FaultyResponseWriter(JsonMapper mapper, DelayRegistry delays) {
        this.mapper = mapper;
        this.delays = delays;
    }

    public void send(Reply reply, Fault fault, HttpServletResponse response) throws IOException {
        var body = bytes(reply, fault);
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        reply.headers().forEach(response::setHeader);
        switch (fault.kind()) {
            case SLOW_DRIP -> drip(body, Duration.ofMillis(fault.number()), response);
            case TRUNCATED -> write(firstHalf(body), response);
            case CUT, CUT_AFTER_APPLY -> cut(body, response);
            default -> write(body, response);
        }
    }

    private byte[] bytes(Reply reply, Fault fault) {
        if (reply.body() instanceof ObjectNode envelope) {
            ResponseCorruptor.corrupt(envelope, fault.kind());
            return mapper.writeValueAsBytes(envelope);
        }
        return reply.body().asString().getBytes(StandardCharsets.UTF_8);
    }

    private void drip(byte[] body, Duration between, HttpServletResponse response) throws IOException {
        response.setContentLength(body.length);
        for (byte one : body) {
            response.getOutputStream().write(one);
            response.flushBuffer();
            delays.await(between);
        }
    }

    /** Without the header Tomcat keeps the connection open and the client waits for the rest of the body. */
    private static void cut(byte[] body, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setContentLength(body.length);
        response.getOutputStream().write(firstHalf(body));
        response.flushBuffer();
    }

    private static void write(byte[] body, HttpServletResponse response) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] firstHalf(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
