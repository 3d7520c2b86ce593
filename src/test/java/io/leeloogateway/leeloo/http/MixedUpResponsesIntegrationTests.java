package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.RawResponseMode;
import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@ExtendWith(NoBufferLeaks.class)
class MixedUpResponsesIntegrationTests extends RawLeelooGateway {

    private static final int REQUESTS = 1_000;
    private static final int CALLERS = 16;
    private static final int MAX_ATTEMPTS = 5;

    /** The seed of a run; the description of a failure repeats it. */
    private final long seed = new SecureRandom().nextLong();

    @LocalServerPort
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient gateway;

    @BeforeEach
    void answerWithDisturbances() {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        LEELOO.behave(new RawResponseMode() {
            @Override
            public void respond(Socket socket) {
                throw new IllegalStateException("a response needs its request");
            }

            @Override
            public void respond(Socket socket, String request) throws IOException {
                var question = Question.ofRequest(seed, request);
                question.disturbance()
                        .write(socket, question.response(), question.other().response());
            }
        });
    }

    @AfterEach
    void recover() {
        LEELOO.closeConnections();
        LEELOO.recover();
    }

    @Test
    void everyResponseBelongsToItsRequest() throws Exception {
        System.out.println("seed of the mixed-up responses: " + seed);
        var questions = IntStream.range(0, REQUESTS)
                .mapToObj(number -> Question.of(seed, number))
                .toList();

        var wrong = inParallel(questions, this::wrongResponse);

        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(inParallel(cacheable(questions), this::wrongResponse))
                .as("from the cache, seed %d", seed)
                .isEmpty();
    }

    /** The successful reads, whose responses are cached. */
    private static List<Question> cacheable(List<Question> questions) {
        return questions.stream()
                .filter(question -> question.kind().method.equals("GET") && question.status() == 200)
                .toList();
    }

    private static List<String> inParallel(List<Question> questions, WrongResponse check) throws Exception {
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var calls = questions.stream()
                    .<Callable<Stream<String>>>map(question -> () -> check.of(question))
                    .toList();
            var wrong = Stream.<String>empty();
            for (var call : callers.invokeAll(calls)) {
                wrong = Stream.concat(wrong, call.get());
            }
            return wrong.toList();
        }
    }

    private interface WrongResponse {
        Stream<String> of(Question question);
    }

    private Stream<String> wrongResponse(Question question) {
        var response = ask(question);
        return isRight(question, response)
                ? Stream.empty()
                : Stream.of(question + ": " + response.status() + " " + response.body());
    }

    /** A change that was not sent, because the database of a busy build machine is slow, is repeated. */
    private GatewayResponse ask(Question question) {
        var response = send(question);
        for (var attempt = 1; attempt < MAX_ATTEMPTS && isNotRecorded(response); attempt++) {
            response = send(question);
        }
        return response;
    }

    private static boolean isNotRecorded(GatewayResponse response) {
        return response.status() == 503 && response.problem().equals("database-unavailable");
    }

    private GatewayResponse send(Question question) {
        return gateway.send(
                question.kind().method,
                question.path(),
                question.body(),
                "Request-Timeout",
                question.disturbance().status() == 504 ? "1" : "15");
    }

    private static boolean isRight(Question question, GatewayResponse response) {
        var ids = Question.idsIn(response.body());
        var isOnlyItsOwn = List.of(question.id()).containsAll(ids);
        return response.status() == question.status()
                && isOnlyItsOwn
                && (question.disturbance().status() != 200 || !ids.isEmpty());
    }
}
