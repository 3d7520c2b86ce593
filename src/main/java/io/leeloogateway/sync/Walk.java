package io.leeloogateway.sync;

/**
 * The position of a run in a list whose offsets shift while rows come and go. Pages overlap: a page that does not start with a known row
 * follows a gap, so the walk steps back. Neither Leeloo's count nor the length of one page is believed: a page without news is the end.
 *
 * @param offset where the next page starts
 * @param overlap the number of rows of the previous page that the next page should repeat
 * @param largest the number of rows of the largest page, which is Leeloo's own limit if that is smaller than the requested one
 * @param furthest the end of the furthest page
 * @param met the number of rows so far
 * @param repeats the number of pages in a row that brought nothing new
 * @param stepsBack the number of gaps so far
 */
record Walk(State state, int offset, int overlap, int largest, int furthest, long met, int repeats, int stepsBack) {

    /** The number of rows that a page asks for. */
    static final int LIMIT = 100;

    /** Three rows may vanish between two pages without another call, at the cost of three calls in a hundred. */
    private static final int OVERLAP = 3;

    private static final int OVERLAP_DIVISOR = 4;
    private static final int MAX_REPEATS = 3;
    private static final int MAX_STEPS_BACK = 500;

    static final Walk START = new Walk(State.UNFINISHED, 0, 0, 0, 0, 0, 0, 0);

    /** How far the walk has come. */
    enum State {
        UNFINISHED,
        COMPLETE,
        /** Leeloo repeats pages, or its rows move faster than the walk. */
        INCONSISTENT
    }

    Walk after(WalkPage page) {
        if (isGap(page)) {
            return stepBack(page);
        }
        var size = Math.max(largest, page.returned());
        var end = offset + page.returned();
        var isReread = end < furthest;
        var isRepeat = page.fresh() == 0 && !isReread;
        var nextOverlap = Math.min(OVERLAP, page.returned() / OVERLAP_DIVISOR);
        return new Walk(
                stateAfter(page, size, isReread),
                end - nextOverlap,
                nextOverlap,
                size,
                Math.max(furthest, end),
                met + page.fresh(),
                isRepeat ? repeats + 1 : 0,
                stepsBack);
    }

    /** What is wrong with a list that is inconsistent. */
    String inconsistency(long total) {
        if (largest == 0) {
            return "Leeloo counts %d rows of the list, but its first page has none".formatted(total);
        }
        return stepsBack > 0
                ? "the pages of Leeloo's list do not continue one another near offset " + offset
                : "Leeloo repeats rows of the list near offset " + offset;
    }

    private boolean isGap(WalkPage page) {
        return overlap > 0 && (page.returned() == 0 || !page.startsKnown());
    }

    private Walk stepBack(WalkPage page) {
        var back = Math.max(0, offset - Math.max(1, largest - overlap));
        var nextState = stepsBack < MAX_STEPS_BACK ? State.UNFINISHED : State.INCONSISTENT;
        return new Walk(
                nextState,
                back,
                back == 0 ? 0 : overlap,
                Math.max(largest, page.returned()),
                Math.max(furthest, offset + page.returned()),
                met + page.fresh(),
                repeats,
                stepsBack + 1);
    }

    private State stateAfter(WalkPage page, int size, boolean isReread) {
        var all = met + page.fresh();
        if (page.isWhole()) {
            return State.COMPLETE;
        }
        if (page.returned() == 0) {
            return all == 0 && page.total() > 0 ? State.INCONSISTENT : State.COMPLETE;
        }
        var isShort = page.returned() < size;
        var isEnd = offset + page.returned() >= page.total();
        if (page.fresh() > 0) {
            return isShort && isEnd ? State.COMPLETE : State.UNFINISHED;
        }
        if (!isReread && (isShort || all >= page.total())) {
            return State.COMPLETE;
        }
        return repeats < MAX_REPEATS ? State.UNFINISHED : State.INCONSISTENT;
    }
}
