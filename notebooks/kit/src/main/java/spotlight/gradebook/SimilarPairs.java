package spotlight.gradebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the comparison of hand-ins found, as {@code Compare.java} writes it.
 *
 * @param compared how many hand-ins were long enough to be compared
 * @param left     ids of those that were not: too short, or not readable as Java
 * @param pairs    the most similar first
 */
public record SimilarPairs(int compared, List<String> left, List<Pair> pairs) {
    /** Copies of the lists are kept. */
    public SimilarPairs {
        left = List.copyOf(left);
        pairs = List.copyOf(pairs);
    }

    /**
     * Two hand-ins.
     *
     * @param similarity share of their code that is the same, 0 to 1, without what everyone was given
     * @param tokens     how much that is
     */
    public record Pair(String first, String second, double similarity, int tokens, List<Match> matches) {
        /** A copy of the list is kept. */
        public Pair {
            matches = List.copyOf(matches);
        }

        /** The same pair with its ids in order: a comparison names either first. */
        Pair ordered() {
            return first.compareTo(second) <= 0
                    ? this
                    : new Pair(second, first, similarity, tokens, matches.stream()
                            .map(match -> new Match(match.tokens(), match.second(), match.first())).toList());
        }
    }

    /** A stretch that two hand-ins share. @param tokens how long it is */
    public record Match(int tokens, Place first, Place second) {
    }

    /**
     * Some lines.
     *
     * @param file below the folder of all hand-ins, with slashes: {@code s01/ch02/OneWeight.java}
     * @param from first line, counted from 1
     * @param to   last line
     */
    public record Place(String file, int from, int to) {
        /** {@code ch02/OneWeight.java:12-20} */
        String text() {
            return file.substring(file.indexOf('/') + 1) + ":" + from + (to > from ? "-" + to : "");
        }
    }

    /** @throws IllegalArgumentException if the lines are something else */
    public static SimilarPairs parse(List<String> lines) {
        int compared = 0;
        List<String> left = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        List<String[]> rows = lines.stream().map(line -> line.split("\t", -1)).toList();
        for (int i = rows.size() - 1; i >= 0; i--) { // from the end: a pair's matches follow it
            String[] cells = rows.get(i);
            switch (cells[0]) {
                case "compared" -> compared = Integer.parseInt(cells[1]);
                case "left" -> left.add(0, cells[1]);
                case "match" -> matches.add(0, new Match(Integer.parseInt(cells[1]), place(cells, 2), place(cells, 5)));
                case "pair" -> {
                    pairs.add(0, new Pair(cells[1], cells[2], Double.parseDouble(cells[3]),
                            Integer.parseInt(cells[4]), matches).ordered());
                    matches.clear();
                }
                default -> throw new IllegalArgumentException("line " + (i + 1) + " of the comparison is unknown: "
                        + Visible.line(lines.get(i)));
            }
        }
        pairs.sort(Comparator.comparing(Pair::similarity).reversed().thenComparing(Pair::first)
                .thenComparing(Pair::second));
        left.sort(null);
        return new SimilarPairs(compared, left, pairs);
    }

    private static Place place(String[] cells, int from) {
        return new Place(cells[from], Integer.parseInt(cells[from + 1]), Integer.parseInt(cells[from + 2]));
    }
}
