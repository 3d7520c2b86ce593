package io.leeloogateway.leeloo.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/** Skips interim responses (RFC 9110, 15.2). Reactor Netty skips only 100 and takes any other for the final response. */
final class InterimResponseFilter extends ChannelInboundHandlerAdapter {

    /** Leeloo documents none; a proxy sends one or two. */
    private static final int MAX_INTERIM_RESPONSES = 10;

    private int interimResponses;
    private boolean isSkipping;

    static HttpClient install(HttpClient client) {
        return client.doOnChannelInit((_, channel, _) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "interim responses", new InterimResponseFilter()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response && isInterim(response)) {
            isSkipping = true;
            ReferenceCountUtil.release(message);
            check(context, response.status());
        } else if (isSkipping) {
            isSkipping = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            context.read();
        } else {
            context.fireChannelRead(message);
        }
    }

    private void check(ChannelHandlerContext context, HttpResponseStatus status) {
        interimResponses++;
        if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            fail(context, "the protocol was switched without a request");
        } else if (interimResponses > MAX_INTERIM_RESPONSES) {
            fail(context, "more than " + MAX_INTERIM_RESPONSES + " interim responses");
        }
    }

    private static void fail(ChannelHandlerContext context, String reason) {
        context.fireExceptionCaught(new DecoderException(reason));
        var _ = context.close();
    }

    private static boolean isInterim(HttpResponse response) {
        return response.decoderResult().isSuccess() && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
