package io.leeloogateway.leeloo.wire;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** HTTP interface of Leeloo endpoints 23 and 28 to 30: tags, users and calls. */
interface DirectoryExchange {

    @GetExchange("/tags")
    Mono<ResponseEntity<Flux<DataBuffer>>> tags();

    @GetExchange("/users")
    Mono<ResponseEntity<Flux<DataBuffer>>> users(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/users/{userId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> user(@PathVariable String userId);

    @PostExchange("/calls")
    Mono<ResponseEntity<Flux<DataBuffer>>> recordCall(@RequestBody CallBody body);
}
