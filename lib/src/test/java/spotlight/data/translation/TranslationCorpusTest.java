package spotlight.data.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spotlight.data.DataFolder;
import spotlight.data.Parallel;

class TranslationCorpusTest {
    private static final Path DATA = DataFolder.find();
    private static final List<Parallel> TRAIN = TranslationCorpus.read(DATA, TranslationCorpus.TRAIN);
    private static final List<String> OTHERS = List.of(TranslationCorpus.HELD_OUT, TranslationCorpus.COMBINATIONS,
            TranslationCorpus.DEEPER);

    @Test
    void noSentenceIsThereTwice() {
        Set<String> english = new HashSet<>();
        TRAIN.forEach(pair -> assertTrue(english.add(pair.source()), pair.source()));
        assertEquals(24_000, english.size());
        for (String file : OTHERS) {
            TranslationCorpus.read(DATA, file).forEach(pair -> assertTrue(english.add(pair.source()), pair.source()));
        }
        assertEquals(24_000 + 1_500 + 500 + 500, english.size());
    }

    @Test
    void everyWordAndCharacterIsSeenInTraining() {
        Set<String> known = new HashSet<>();
        TRAIN.forEach(pair -> known.addAll(pieces(pair)));
        for (String file : OTHERS) {
            for (Parallel pair : TranslationCorpus.read(DATA, file)) {
                assertTrue(known.containsAll(pieces(pair)), pair.source());
            }
        }
    }

    private static Set<String> words(Parallel pair) {
        return Set.copyOf(new HashSet<>(List.of(pair.source().toLowerCase(Locale.ROOT).split("[ ,.?]+"))));
    }

    private static Set<String> pieces(Parallel pair) {
        Set<String> pieces = new HashSet<>(words(pair));
        pair.target().codePoints().forEach(c -> pieces.add(Character.toString(c)));
        return pieces;
    }

    @Test
    void theDictionaryKnowsEveryWord() {
        Map<String, String> dictionary = TranslationCorpus.dictionary();
        Set<String> known = new HashSet<>();
        dictionary.keySet().forEach(entry -> known.addAll(List.of(entry.split(" "))));
        TRAIN.forEach(pair -> assertTrue(known.containsAll(words(pair)), pair.source()));
        assertEquals("茶", dictionary.get("cup of tea"));
        assertEquals("打篮球", dictionary.get("played basketball"));
        assertEquals("汤姆的", dictionary.get("tom's"));
    }

    /** Time and place before the verb, clauses before the noun, measure words, 把, 比, 得, a duration inside the verb. */
    @Test
    void chineseHasItsOwnOrder() {
        Map<String, String> pairs = new HashMap<>();
        TRAIN.forEach(pair -> pairs.put(pair.source(), pair.target()));
        assertEquals("我们前天骑了三个小时自行车。", pairs.get("We rode a bicycle for three hours the day before yesterday."));
        assertEquals("他们四天前买的那个盒子很新。", pairs.get("The box that they bought four days ago is very new."));
        assertEquals("比起牛，小明更喜欢熊猫。", pairs.get("Xiaoming likes pandas more than cows."));
        assertEquals("你昨天晚上买了多少台电脑？", pairs.get("How many computers did you buy last night?"));
        assertEquals("请把他们的票放在桌子上。", pairs.get("Please put their ticket on the table."));
        assertEquals("李太太和我一样忙。", pairs.get("Mrs Li is as busy as me."));
        assertEquals("他们星期六没在家里喝那杯果汁。", pairs.get("They did not drink the glass of juice at home on Saturday."));
    }
}
