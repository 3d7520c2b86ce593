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

/** HTTP interface of Leeloo endpoints 11 to 14: orders. */
interface OrdersExchange {

    @PostExchange("/orders")
    Mono<ResponseEntity<Flux<DataBuffer>>> create(@RequestBody NewOrderBody body);

    @GetExchange("/orders")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/orders/{orderId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> find(@PathVariable String orderId);

    @PostExchange("/orders/{orderId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> change(@PathVariable String orderId, @RequestBody OrderChangeBody body);
}
