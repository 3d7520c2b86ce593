package io.leeloogateway.request;

import java.util.List;

/** A response body, or a part of it, with personal data; the audit log records the subjects. */
public interface PersonalData {

    /** Leeloo's ids of the people whose data the body contains. */
    List<String> personIds();
}
