package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.SmsImport;

/**
 * An import that Leeloo took.
 *
 * @param accepted for how many people; they come later and without ids
 */
record SmsImportView(int accepted) {

    static SmsImportView of(SmsImport taken) {
        return new SmsImportView(taken.accepted());
    }
}
