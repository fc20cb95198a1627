package spotlight.data.sentiment;

/**
 * An opinion word together with something that stands in the same clause: the third adjective after the second
 * negation, for instance. A quarter of all compositions never occur in the training reviews, so that what was learned
 * of the words has to be put together; every word by itself does occur, and with most partners.
 *
 * @param kind    what the partner is
 * @param opinion the number of the opinion word among those of its polarity
 * @param partner the number of the partner among all of its kind
 */
record Composition(Kind kind, int opinion, int partner) {
    private static final int ONE_IN = 4;

    /** What stands beside an opinion word. */
    enum Kind {
        /** What the opinion is about: {@code soup}. */
        ASPECT,
        /** What makes it stronger or weaker: {@code really}. */
        INTENSIFIER,
        /** What turns it round: {@code far from}. */
        NEGATOR,
        /** What joins its clause to another: {@code but}. */
        CONNECTIVE
    }

    /** Whether it is kept for the held-out reviews. */
    boolean heldOut() {
        return (opinion + partner) % ONE_IN == 0;
    }
}
