package io.leeloogateway.leeloo.wire;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** HTTP interface of Leeloo endpoints 15 to 22: people. */
interface PeopleExchange {

    @GetExchange("/people")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(@RequestParam MultiValueMap<String, String> parameters);

    @PostExchange("/people")
    Mono<ResponseEntity<Flux<DataBuffer>>> create(@RequestBody NewPersonBody body);

    @PutExchange("/people/{personId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> change(@PathVariable String personId, @RequestBody PersonChangeBody body);

    @GetExchange("/people/{personId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> find(
            @PathVariable String personId, @RequestParam MultiValueMap<String, String> parameters);

    @PostExchange("/people/sms")
    Mono<ResponseEntity<Flux<DataBuffer>>> importPeople(@RequestBody ImportBody body);

    @PutExchange("/people/{personId}/add-comment")
    Mono<ResponseEntity<Flux<DataBuffer>>> addComment(@PathVariable String personId, @RequestBody CommentBody body);

    @PutExchange("/people/{personId}/add-tag")
    Mono<ResponseEntity<Flux<DataBuffer>>> addTag(@PathVariable String personId, @RequestBody TagBody body);

    @PutExchange("/people/{personId}/remove-tag")
    Mono<ResponseEntity<Flux<DataBuffer>>> removeTag(@PathVariable String personId, @RequestBody TagBody body);
}
