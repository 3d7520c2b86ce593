package io.leeloogateway.leeloo;

/** A part of a person that comes only when asked for. */
public enum PersonPart {
    ORDERS("orders"),
    OPERATORS("contactedUsers");

    private final String leelooName;

    PersonPart(String leelooName) {
        this.leelooName = leelooName;
    }

    String leelooName() {
        return leelooName;
    }
}
