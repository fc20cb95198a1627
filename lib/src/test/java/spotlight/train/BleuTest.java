package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class BleuTest {
    private static final double ROUNDING = 1e-9; // doubles, added in another order

    /** The paper's example, section 2.1: "the" counts twice, as in the reference. */
    @Test
    void aWordCountsNoMoreOftenThanInItsReference() {
        Bleu bleu = Bleu.ofWords(List.of("the the the the the the the"), List.of("the cat is on the mat"));
        assertEquals(2.0 / 7, bleu.precision(1), ROUNDING);
        assertEquals(0, bleu.precision(2));
        assertEquals(0, bleu.score(), "no smoothing");
    }

    /** Matches and lengths of both sentences are added up first: p = 11/13, 7/11, 4/9, 1/7 and BP = exp(1 - 16/13). */
    @Test
    void countedByHand() {
        Bleu bleu = Bleu.ofWords(List.of("the quick brown fox jumps over a lazy dog today", "it is raining"),
                List.of("the quick brown fox jumped over the lazy dog today", "it is raining very hard now"));
        assertEquals(List.of(11L, 7L, 4L, 1L), bleu.matches());
        assertEquals(List.of(13L, 11L, 9L, 7L), bleu.runs());
        assertEquals(Math.exp(1 - 16.0 / 13), bleu.brevityPenalty(), ROUNDING);
        double mean = Math.pow(11.0 / 13 * 7 / 11 * 4 / 9 * 1 / 7, 0.25);
        assertEquals(100 * Math.exp(1 - 16.0 / 13) * mean, bleu.score(), ROUNDING);
        assertEquals(34.13868034071584, bleu.score(), 1e-6); // sacrebleu 2.6.0, which takes a logarithm of 1e-10 more
    }

    /** sacrebleu 2.6.0 says 70.5326855586522 both with its tokenizer char and with zh. */
    @Test
    void chineseIsCountedByCharacters() {
        List<String> translations = List.of("我昨天买了两本书。", "他在公园里看书", "因为太贵了，所以我没买那件大衣。");
        List<String> references = List.of("我昨天在商店买了两本书。", "他正在公园里看那本书。", "因为太贵了，所以我没买那件大衣。");
        Bleu bleu = Bleu.ofCharacters(translations, references);
        assertEquals(70.5326855586522, bleu.score(), ROUNDING);
        assertEquals(32, bleu.length());
        assertEquals(39, bleu.referenceLength());
        assertEquals(bleu, Bleu.ofCharacters(List.of("我昨天 买了两本书。", "他在 公园里看书\n", "因为太贵了，所以我没买那件大衣。"), references),
                "white space is no token");
    }

    @Test
    void aPerfectTranslationHas100() {
        List<String> texts = List.of("a b c d e", "", "x");
        assertEquals(100, Bleu.ofWords(texts, texts).score(), ROUNDING);
    }

    @Test
    void longerIsNotPunishedTwice() {
        Bleu bleu = Bleu.ofWords(List.of("a b c d e f"), List.of("a b c d"));
        assertEquals(1, bleu.brevityPenalty());
        assertEquals(100 * Math.pow(4.0 / 6 * 3 / 5 * 2 / 4 * 1 / 3, 0.25), bleu.score(), ROUNDING);
    }

    @Test
    void nothingWrittenHas0() {
        assertEquals(0, Bleu.ofWords(List.of(""), List.of("a b c d")).score());
    }

    @Test
    void eachTranslationNeedsItsReference() {
        Expect.error("bleu: 1 translations, 2 references", () -> Bleu.ofWords(List.of("a"), List.of("a", "b")));
        Expect.error("bleu: 0 translations, 0 references", () -> Bleu.ofWords(List.of(), List.of()));
    }
}
