package io.leeloogateway.mirror;

/** What a room knows of its copies: which of them are of a person. */
public interface Belongings {

    /** As far as copies know. */
    Ties tiesOf(String personId);
}
