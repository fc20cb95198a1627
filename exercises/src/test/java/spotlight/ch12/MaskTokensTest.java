package spotlight.ch12;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("12.1 Hide the words")
@Tag("ch12")
class MaskTokensTest {
    private static final int FIRST_WORD = 5;
    private static final int MASK = 4;
    private static final int[] TEXT = {2, 17, 9, 6, 30, 3};

    /** Of so many tokens so many are words; the others are special, half of them before the words, half behind. */
    @ParameterizedTest
    @CsvSource({"20,20,0.15", "24,10,0.15", "40,12,0.15", "9,3,0.15", "3,1,0.15", "12,8,0.5", "6,4,1", "5,0,0.15"})
    @Points(value = 3, hint = "First collect the places of the words, then choose from these, each at most once.")
    void theRightNumberOfWordsIsAskedFor(int tokens, int words, double share) {
        int[] ids = text(tokens, words);
        int expected = (int) Math.min(words, Math.max(1, Math.round(share * words)));
        int[] counts = new int[tokens];
        for (int seed = 0; seed < 400; seed++) {
            int[] places = MaskTokens.places(ids, FIRST_WORD, share, new SplittableRandom(seed));
            Verify.fact(places != null, "places: your method returned null");
            Verify.fact(IntStream.of(places).allMatch(place -> place >= 0 && place < tokens),
                    "places: " + Arrays.toString(places) + " of a text of " + tokens + " tokens: they count from 0");
            int special = IntStream.of(places).filter(place -> ids[place] < FIRST_WORD).findFirst().orElse(-1);
            Verify.fact(special < 0, "places: place " + special + " holds a special token: it is never hidden");
            Verify.fact(IntStream.of(places).distinct().count() == places.length,
                    "places: " + Arrays.toString(places) + ": a word was chosen twice");
            Verify.that("number of places, " + words + " words of " + tokens + " tokens, share " + share,
                    places.length)
                    .suspectIf(count -> seedsDiffer(ids, share),
                            "it changes from seed to seed: choose a fixed number of words, do not roll for each")
                    .suspectIf(count -> words > 0 && count == 0, "there must be one at least where there is a word")
                    .suspect(() -> Math.round(share * tokens),
                            "that is the share of all tokens: special ones do not count")
                    .suspect(() -> Math.floor(share * words), "rounded down: to the nearest number")
                    .suspect(() -> Math.ceil(share * words), "rounded up: to the nearest number")
                    .equalTo(expected, 0);
            IntStream.of(places).forEach(place -> counts[place]++);
        }
        for (int place = 0; place < tokens; place++) {
            double often = counts[place] / 400.0;
            double fair = ids[place] < FIRST_WORD ? 0 : expected / (double) words;
            Verify.fact(often > fair - 0.13 && often < fair + 0.13, // 5 standard deviations of 400 draws
                    "places: in 400 draws word " + place + " is chosen in " + Math.round(100 * often)
                            + " % of them, expected about " + Math.round(100 * fair)
                            + " %: all words are equally likely");
        }
    }

    @Test
    @Points(value = 1, hint = "An array full of -100 first, then the words at the places.")
    void labelsStandOnlyWhereAWordIsAskedFor() {
        int[] ids = TEXT.clone();
        Verify.that("labels", MaskTokens.labels(ids, new int[] {1, 2, 4}))
                .suspect(() -> new int[] {0, 17, 9, 0, 30, 0},
                        "0 is a word of the vocabulary: what is not asked for has -100")
                .suspect(() -> TEXT.clone(), "every token has a label: the loss would ask for words that can be seen")
                .suspect(() -> new int[] {2, -100, -100, 6, -100, 3},
                        "the wrong way round: -100 is for what is NOT asked for")
                .equalTo(new int[] {-100, 17, 9, -100, 30, -100});
        Verify.that("labels without places", MaskTokens.labels(ids, new int[0]))
                .equalTo(new int[] {-100, -100, -100, -100, -100, -100});
        unchanged("labels", ids);
    }

    @ParameterizedTest
    @CsvSource({"0.31,0.85,0.97", "0.05,0.15,0.9", "0.8,0.79,0.89", "0.95,0.99,0", "0.81,0.82,0.83"})
    @Points(value = 2, hint = "Number i of places, dice and strangers belong together; 0.8 and 0.9 are two thresholds.")
    void eightyTenTen(double a, double b, double c) {
        double[] dice = {a, b, c};
        int[] strangers = {11, 12, 13};
        int[] places = {4, 1, 2};
        int[] ids = TEXT.clone();
        int[] expected = hide(places, dice, strangers, 0.8, 0.9, MASK);
        Verify.that("hidden with dice " + Arrays.toString(dice), MaskTokens.hide(ids, places, dice, strangers, MASK))
                .suspect(() -> hide(places, dice, strangers, 1, 1, MASK),
                        "all of them are masked: one in ten becomes another word, one in ten stays")
                .suspect(() -> hide(places, dice, strangers, 0.8, 1, MASK),
                        "no word stays: from 0.9 on nothing is replaced")
                .suspect(() -> hide(places, dice, strangers, 0.8, 0.8, MASK),
                        "there is no stranger: from 0.8 up to 0.9 another word stands there")
                .suspect(() -> hide(places, dice, strangers, 0.1, 0.2, MASK),
                        "the mask is the most frequent case: it begins at 0 and ends at 0.8")
                .suspect(() -> hide(new int[] {0, 1, 2}, dice, strangers, 0.8, 0.9, MASK),
                        "the first three tokens have changed: places says which")
                .suspect(() -> unordered(dice, strangers),
                        "dice and strangers belong to the places in their order: number i to places[i]")
                .equalTo(expected);
        unchanged("hide", ids);
    }

    private static int[] hide(int[] places, double[] dice, int[] strangers, double mask, double stranger, int id) {
        int[] hidden = TEXT.clone();
        for (int i = 0; i < places.length; i++) {
            hidden[places[i]] = dice[i] < mask ? id : dice[i] < stranger ? strangers[i] : TEXT[places[i]];
        }
        return hidden;
    }

    /** As if the places had been sorted. */
    private static int[] unordered(double[] dice, int[] strangers) {
        return hide(new int[] {1, 2, 4}, dice, strangers, 0.8, 0.9, MASK);
    }

    private static void unchanged(String method, int[] ids) {
        Verify.fact(Arrays.equals(TEXT, ids), method + ": your method has changed ids: work on a copy, ids.clone()");
    }

    private static boolean seedsDiffer(int[] ids, double share) {
        return IntStream.range(0, 50)
                .map(seed -> MaskTokens.places(ids, FIRST_WORD, share, new SplittableRandom(seed)).length).distinct()
                .count() > 1;
    }

    private static int[] text(int tokens, int words) {
        int before = (tokens - words) / 2;
        return IntStream.range(0, tokens)
                .map(i -> i >= before && i < before + words ? FIRST_WORD + i % 7 : i % FIRST_WORD).toArray();
    }
}
