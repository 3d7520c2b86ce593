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

/** HTTP interface of Leeloo endpoints 3 to 5: messages. */
interface MessagesExchange {

    @PostExchange("/messages/send-template")
    Mono<ResponseEntity<Flux<DataBuffer>>> sendTemplate(@RequestBody TemplateMessageBody body);

    @PostExchange("/messages/send-message")
    Mono<ResponseEntity<Flux<DataBuffer>>> send(@RequestBody MessageBody body);

    @GetExchange("/communication-channels/{channelId}/chat-messages")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(
            @PathVariable String channelId, @RequestParam MultiValueMap<String, String> parameters);
}
