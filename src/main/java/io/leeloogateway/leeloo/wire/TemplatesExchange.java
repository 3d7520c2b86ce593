package io.leeloogateway.leeloo.wire;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** HTTP interface of Leeloo endpoints 1 and 2: templates. */
interface TemplatesExchange {

    @GetExchange("/categories/templates")
    Mono<ResponseEntity<Flux<DataBuffer>>> categories();

    @GetExchange("/categories/templates/{categoryId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> templates(@PathVariable String categoryId);
}
