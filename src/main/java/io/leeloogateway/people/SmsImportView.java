package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.SmsImport;

/**
 * An accepted import.
 *
 * @param accepted number of accepted people; Leeloo creates them later and does not return their ids
 */
record SmsImportView(int accepted) {

    static SmsImportView of(SmsImport result) {
        return new SmsImportView(result.accepted());
    }
}
