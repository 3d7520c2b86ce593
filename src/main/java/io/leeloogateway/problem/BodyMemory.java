package io.leeloogateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/** A request whose body has a part of the memory for bodies. */
public interface BodyMemory {

    /** The request attribute with the number of bytes of the body, after the request was served. */
    String BYTES = BodyMemory.class.getName() + ".bytes";

    /** Reserves memory for the values of the body beside its bytes. Throws a problem if the memory for bodies does not suffice. */
    void reserveForValues(int number);

    /** The number of bytes of the body that have been read; zero without a body. */
    static long bytesOf(HttpServletRequest request) {
        return request.getAttribute(BYTES) instanceof Long bytes ? bytes : 0;
    }

    /** To be called before a body is parsed into a tree, which can need ten times its bytes. A request without a body needs none. */
    static void reserveForValues(HttpServletRequest request, int number) {
        var body = WebUtils.getNativeRequest(request, BodyMemory.class);
        if (body != null) {
            body.reserveForValues(number);
        }
    }
}
