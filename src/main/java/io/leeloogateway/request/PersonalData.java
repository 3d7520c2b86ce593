package io.leeloogateway.request;

import java.util.List;

/** An answer, or a part of one, that tells of people; the diary notes of whom. */
public interface PersonalData {

    /** The ids of the people it tells of, at Leeloo. */
    List<String> personIds();
}
