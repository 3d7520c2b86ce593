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

/** HTTP interface of Leeloo endpoints 10 and 24 to 27: tunnels and lead generation tools. */
interface TunnelsExchange {

    @PostExchange("/leadgentools/{toolId}/create-traffic-source")
    Mono<ResponseEntity<Flux<DataBuffer>>> createTrafficSource(
            @PathVariable String toolId, @RequestBody TrafficSourceBody body);

    @GetExchange("/tunnels")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(@RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/tunnels/{tunnelId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> find(
            @PathVariable String tunnelId, @RequestParam MultiValueMap<String, String> parameters);

    @GetExchange("/tunnels/stats")
    Mono<ResponseEntity<Flux<DataBuffer>>> statistics();

    @GetExchange("/tunnels/{tunnelId}/stats")
    Mono<ResponseEntity<Flux<DataBuffer>>> statisticsOf(@PathVariable String tunnelId);
}
