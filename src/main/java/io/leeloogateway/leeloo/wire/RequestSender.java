package io.leeloogateway.leeloo.wire;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends requests to Leeloo. */
@Component
public class RequestSender {

    private final WebClient leeloo;

    public RequestSender(WebClient leelooWebClient) {
        this.leeloo = leelooWebClient;
    }

    public Mono<ResponseEntity<Flux<DataBuffer>>> send(LeelooRequest request) {
        var call = leeloo.method(request.endpoint().method()).uri(request.uriTemplate(), request.uriVariables());
        var withBody = request.body() == null
                ? call
                : call.contentType(MediaType.APPLICATION_JSON).bodyValue(request.body());
        return withBody.retrieve().toEntityFlux(DataBuffer.class);
    }
}
