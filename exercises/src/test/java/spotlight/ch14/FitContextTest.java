package spotlight.ch14;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("14.3 What still fits the context")
@Tag("ch14")
class FitContextTest {
    private static final List<int[]> THREE = exchanges(6, 4, 5);

    @ParameterizedTest
    @CsvSource({"22,0", "21,1", "15,2"})
    @Points(value = 1, hint = "What is left of the context when question and answer have their room?")
    void theExampleOfTheTask(int context, int from) {
        fit(THREE, 3, context, 4, from);
    }

    @ParameterizedTest
    @CsvSource({"18,1", "16,1", "12,2", "11,3", "7,3", "100,0"})
    @Points(value = 2, hint = "Go back from the newest, and stop at the first that does not fit.")
    void theNewestStayWhole(int context, int from) {
        fit(THREE, 3, context, 4, from);
        List<int[]> other = exchanges(2, 9, 2);
        fit(other, 4, context, 1, 3 - newest(other, context - 5).size());
    }

    @Test
    @Points(value = 1, hint = "Question and reserve alone must fit.")
    void aQuestionThatIsTooLongIsAnError() {
        String got;
        try {
            got = FitContext.fit(THREE, new int[5], 8, 4).size() + " exchanges";
        } catch (IllegalArgumentException e) {
            got = e.getMessage();
        }
        Verify.that("fit of a question of 5 tokens with 4 reserved into 8", got)
                .suspectIf(text -> text.endsWith("exchanges"),
                        "there is no error: question and answer alone need 9 tokens")
                .equalTo("fit: a question of 5 tokens and 4 for the answer do not fit the context of 8");
        Verify.that("fit of a question of 4 tokens with 4 reserved into 8",
                FitContext.fit(THREE, new int[4], 8, 4).size()).equalTo(0);
        try {
            got = FitContext.fitBehindFirst(THREE, new int[3], 12, 4).size() + " exchanges";
        } catch (IllegalArgumentException e) {
            got = e.getMessage();
        }
        Verify.that("fitBehindFirst of a first exchange of 6 tokens and a question of 3 with 4 reserved into 12", got)
                .equalTo("fit: a question of 9 tokens and 4 for the answer do not fit the context of 12");
    }

    @ParameterizedTest
    @CsvSource({"22,1", "21,2", "18,2", "17,3", "13,3"})
    @Points(value = 2, hint = "Take the tokens of the first exchange away from the room, and fit the others.")
    void theFirstAlwaysStays(int context, int from) {
        List<int[]> expected = new ArrayList<>(List.of(THREE.get(0)));
        expected.addAll(THREE.subList(from, 3));
        Verify.that("fitBehindFirst of 6, 4 and 5 tokens, a question of 3, a context of " + context,
                lengths(FitContext.fitBehindFirst(THREE, new int[3], context, 4)))
                .suspect(() -> lengths(THREE.subList(from, 3)), "the first exchange, with the rules, has been left out")
                .suspectIf(got -> got.startsWith("6 6"), "the first exchange is there twice")
                .suspectIf(got -> Arrays.stream(got.split(" ")).mapToInt(Integer::parseInt).sum() + 7 > context,
                        "the first exchange stays, but its tokens are not counted: it does not fit the context")
                .equalTo(lengths(expected));
    }

    private static void fit(List<int[]> exchanges, int question, int context, int reserve, int from) {
        String all = lengths(exchanges);
        String kept = lengths(exchanges.subList(from, exchanges.size()));
        int room = context - question - reserve;
        Verify.that("fit of " + all + " tokens, a question of " + question + ", " + reserve + " reserved, a context of "
                + context, lengths(FitContext.fit(exchanges, new int[question], context, reserve)))
                .suspect(() -> reversed(kept), "the exchanges are in the wrong order: the oldest comes first")
                .suspectIf(got -> got.equals(lengths(newest(exchanges, room + reserve)))
                        && got.equals(lengths(newest(exchanges, room + question))),
                        "the exchanges take the room of the question or of the answer: both must stay free")
                .suspect(() -> lengths(newest(exchanges, room + reserve)), "nothing is reserved for the answer")
                .suspect(() -> lengths(newest(exchanges, room + question)), "the question is not counted")
                .suspect(() -> lengths(newest(exchanges, room - 1)),
                        "one more exchange fits: the context may be full to the last token")
                .suspect(() -> lengths(skipping(exchanges, room)),
                        "an exchange in the middle is left out, and an older one kept: stop at the first that does not fit")
                .suspect(() -> lengths(oldest(exchanges, room)),
                        "the newest are left out: it is the oldest that must go")
                .equalTo(kept);
    }

    private static List<int[]> exchanges(int... lengths) {
        return Arrays.stream(lengths).mapToObj(int[]::new).toList();
    }

    private static String lengths(List<int[]> exchanges) {
        return exchanges.stream().map(exchange -> "" + exchange.length).collect(Collectors.joining(" "));
    }

    private static String reversed(String lengths) {
        return new StringBuilder(lengths).reverse().toString(); // one digit each
    }

    private static List<int[]> newest(List<int[]> exchanges, int room) {
        int from = exchanges.size();
        int left = room;
        while (from > 0 && exchanges.get(from - 1).length <= left) {
            from--;
            left -= exchanges.get(from).length;
        }
        return exchanges.subList(from, exchanges.size());
    }

    private static List<int[]> skipping(List<int[]> exchanges, int room) {
        List<int[]> kept = new ArrayList<>();
        int left = room;
        for (int i = exchanges.size() - 1; i >= 0; i--) {
            if (exchanges.get(i).length <= left) {
                left -= exchanges.get(i).length;
                kept.add(0, exchanges.get(i));
            }
        }
        return kept;
    }

    private static List<int[]> oldest(List<int[]> exchanges, int room) {
        int to = 0;
        int left = room;
        while (to < exchanges.size() && exchanges.get(to).length <= left) {
            left -= exchanges.get(to).length;
            to++;
        }
        return exchanges.subList(0, to);
    }
}
