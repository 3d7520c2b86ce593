package io.leeloogateway.problem;

/** The form that problems have on the paths of another API. */
public interface ProblemFormat {

    /** Takes the path of a request as it was sent. */
    boolean includes(String path);

    /** The body of the response, for {@code application/json}. */
    Object format(Problem problem);
}
