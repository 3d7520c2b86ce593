package io.leeloogateway.cache;

/** What a room knows of its copies: which of them are of a person. */
public interface PersonLinkSource {

    /** As far as copies know. */
    PersonLinks findLinks(String personId);
}
