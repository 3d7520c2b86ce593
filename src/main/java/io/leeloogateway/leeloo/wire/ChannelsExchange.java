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

/** HTTP interface of Leeloo endpoints 6 to 9: channels. */
interface ChannelsExchange {

    @GetExchange("/communication-channels")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/communication-channels/{channelId}/person")
    Mono<ResponseEntity<Flux<DataBuffer>>> person(@PathVariable String channelId);

    @PostExchange("/communication-channels/{channelId}/manual-subscribe")
    Mono<ResponseEntity<Flux<DataBuffer>>> subscribe(
            @PathVariable String channelId, @RequestBody SubscriptionBody body);

    @GetExchange("/connections")
    Mono<ResponseEntity<Flux<DataBuffer>>> connections();
}
