package spotlight.ch09;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spotlight.ch09.FairScore.Classifier;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("9.6 Find the bug: a score that is not one")
@Tag("ch09")
class FairScoreTest {
    private static final List<String> TRAIN = List.of("Good film.", "Bad soup.", "I liked  the room.", "Not bad.");
    private static final List<String> TEST = List.of("Good soup.", "Bad soup.", "Bad room.", "Good room.",
            "Not good.", "Good room.", "Not bad.", "Good");
    private static final int[] LABELS = {1, 0, 0, 1, 0, 1, 1, 1};

    @Test
    @Points(value = 2, hint = "Look each test text up among ALL training texts.")
    void copiesHaveLeaked() {
        Verify.that("leaked", FairScore.leaked(TRAIN, TEST))
                .suspect(() -> leaked(TRAIN, TEST, (a, b) -> !a.equals(b)), "upside down: true is a text that leaked")
                .suspect(() -> within(TEST), "copies inside the test are no leak: compare with the training texts")
                .suspect(() -> atTheSamePlace(),
                        "text i is compared with training text i only: compare with all of them")
                .suspect(() -> leaked(TRAIN, TEST, String::startsWith),
                        "\"Good\" is not \"Good film.\": a part is no copy")
                .suspectIf(actual -> actual != null && actual.length == TRAIN.size(),
                        "one answer a training text: the test texts are asked for")
                .equalTo(leaked(TRAIN, TEST, String::equals));
    }

    @Test
    @Points(value = 2, hint = "Bring both sides to one form first: strip, small letters, one blank for many.")
    void capitalsAndSpacesDoNotHideACopy() {
        List<String> test = List.of("good film.", "  Bad soup. ", "I liked the  room.", "BAD  SOUP.", "Badsoup.",
                "good\tfilm.");
        Verify.that("leaked with other capitals and spaces", FairScore.leaked(TRAIN, test))
                .suspect(() -> leaked(TRAIN, test, String::equals),
                        "copies with other capitals or spaces slip through: bring both sides to one form first")
                .suspect(() -> leaked(TRAIN, test, String::equalsIgnoreCase), "copies with other spaces slip through")
                .suspect(() -> leaked(TRAIN, test, (a, b) -> small(a).equals(small(b))),
                        "copies with other spaces inside slip through: many blanks are one")
                .suspect(() -> leaked(TRAIN, test, (a, b) -> spaced(a).equals(spaced(b))),
                        "copies with other capitals slip through")
                .suspect(() -> leaked(TRAIN, test, (a, b) -> bare(a).equals(bare(b))),
                        "\"Badsoup.\" is not \"Bad soup.\": many blanks are one blank, not none")
                .equalTo(new boolean[] {true, true, true, true, false, true});
    }

    @Test
    @Points(value = 3, hint = "Skip what has leaked, count what is left, and ask with training = false.")
    void onlyFreshTextsAndNoDropout() {
        verify(TRAIN, TEST, LABELS);
        verify(List.of("Bad room."), TEST, LABELS);
        verify(List.of(), TEST, LABELS);
    }

    @Test
    @Points(value = 1, hint = "0.0 / 0 is NaN, which is honest: nothing was measured.")
    void nothingLeftIsNothingMeasured() {
        List<String> copies = List.of("bad soup.", "GOOD FILM.");
        double actual = FairScore.accuracy(model(), TRAIN, copies, new int[] {0, 1});
        Verify.fact(Double.isNaN(actual),
                "all test texts have leaked, so nothing was measured: NaN is honest, " + actual
                        + " is not");
    }

    private static void verify(List<String> train, List<String> test, int[] labels) {
        boolean[] leaked = leaked(train, test, String::equals);
        int[] fresh = IntStream.range(0, test.size()).filter(i -> !leaked[i]).toArray();
        int[] all = IntStream.range(0, test.size()).toArray();
        Verify.that("accuracy, " + (test.size() - fresh.length) + " of " + test.size() + " texts leaked",
                FairScore.accuracy(model(), train, test, labels))
                .suspect(() -> right(all, true, labels) / all.length,
                        "both mistakes are still there: leaked texts count, and dropout is on")
                .suspect(() -> right(fresh, true, labels) / fresh.length,
                        "dropout is on while you measure: predict with training = false")
                .suspect(() -> right(all, false, labels) / all.length, "leaked texts count: skip them")
                .suspect(() -> right(fresh, false, labels) / all.length,
                        "leaked texts are skipped, but you still divide by all: divide by how many you asked")
                .suspect(() -> right(fresh, false, Arrays.copyOf(labels, fresh.length), true) / fresh.length,
                        "the labels have slipped: text i belongs to labels[i], leaked or not")
                .suspect(() -> 0, "int / int drops everything after the point: make one a double")
                .equalTo(right(fresh, false, labels) / fresh.length);
    }

    /** "good" or "room" is good; with dropout it forgets what "good" means. */
    private static Classifier model() {
        return (text, training) -> !training && text.contains("good") || text.contains("room") || text.equals("Good")
                ? 1
                : 0;
    }

    private static double right(int[] which, boolean training, int[] labels) {
        return Arrays.stream(which).filter(i -> model().predict(TEST.get(i), training) == labels[i]).count();
    }

    /** Labels taken one after the other. */
    private static double right(int[] which, boolean training, int[] labels, boolean slipped) {
        return IntStream.range(0, which.length)
                .filter(i -> model().predict(TEST.get(which[i]), training) == labels[i]).count();
    }

    private interface Same {
        boolean as(String trained, String tested);
    }

    private static boolean[] leaked(List<String> train, List<String> test, Same same) {
        boolean[] leaked = new boolean[test.size()];
        for (int i = 0; i < leaked.length; i++) {
            String text = test.get(i);
            leaked[i] = train.stream().anyMatch(trained -> same.as(trained, text));
        }
        return leaked;
    }

    private static boolean[] within(List<String> test) {
        boolean[] twice = new boolean[test.size()];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = test.subList(0, i).contains(test.get(i));
        }
        return twice;
    }

    private static boolean[] atTheSamePlace() {
        boolean[] same = new boolean[TEST.size()];
        for (int i = 0; i < TRAIN.size(); i++) {
            same[i] = TRAIN.get(i).equals(TEST.get(i));
        }
        return same;
    }

    private static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
