package io.leeloogateway.sync;

/**
 * What a page of a list means for the walk.
 *
 * @param returned the number of rows
 * @param fresh the number of rows that the run had not met before
 * @param startsKnown whether the run had met the first row before
 * @param total Leeloo's count of all rows; not exact
 * @param isWhole the list has no pages: this is all of it
 */
record WalkPage(int returned, int fresh, boolean startsKnown, long total, boolean isWhole) {}
