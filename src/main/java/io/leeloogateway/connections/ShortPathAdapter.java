package io.leeloogateway.connections;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * Cuts paths that are longer than any route; what is left is no route either. For each semicolon, double slash and dot segment, Tomcat copies the
 * rest of the path, which takes the square of its length, before anybody knows the caller.
 */
final class ShortPathAdapter extends ForwardingAdapter {

    static final int MAX_LENGTH = 1024;

    ShortPathAdapter(Adapter adapter) {
        super(adapter);
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        var path = request.requestURI();
        if (path.getType() == MessageBytes.T_BYTES) {
            shorten(path.getByteChunk());
        }
        super.service(request, response);
    }

    private static void shorten(ByteChunk path) {
        if (path.getLength() > MAX_LENGTH) {
            path.setEnd(path.getStart() + MAX_LENGTH);
        }
    }
}
