package spotlight.data.sentiment;

/** Joins two clauses of opposite opinion; one of them decides what the review as a whole says. */
enum Connective {
    BUT("%s, but %s", false, 1), YET("%s, yet %s", false, 1), HOWEVER("%s. However, %s", false, 1), ALTHOUGH_FIRST(
            "although %s, %s", true, 1), THOUGH_FIRST("though %s, %s", true, 1), EVEN_THOUGH_FIRST("even though %s, %s",
                    true, 1), ALTHOUGH_LAST("%s, although %s", true,
                            0), THOUGH_LAST("%s, though %s", true, 0), EVEN_THOUGH_LAST("%s, even though %s", true, 0);

    private final String pattern;
    private final boolean concedes;
    private final int decisive;

    Connective(String pattern, boolean concedes, int decisive) {
        this.pattern = pattern;
        this.concedes = concedes;
        this.decisive = decisive;
    }

    /** Whether it marks the clause that does not decide, as "although" does. */
    boolean concedes() {
        return concedes;
    }

    /** Whether the clause in this place, 0 or 1, is the one that decides. */
    boolean decides(int place) {
        return place == decisive;
    }

    String join(String first, String second) {
        return String.format(pattern, first, second);
    }
}
