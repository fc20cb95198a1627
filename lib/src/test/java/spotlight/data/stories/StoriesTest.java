package spotlight.data.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spotlight.data.DataFolder;
import spotlight.file.TextFile;

class StoriesTest {
    private static final Path DATA = DataFolder.find();

    @Test
    void theCommittedFilesAreWhatTheGrammarTells() {
        new Stories().files().forEach((name, text) -> assertEquals(text,
                TextFile.read(DATA.resolve("stories").resolve(name)), name + ": ./lab data writes it anew"));
    }

    @Test
    void noHeldOutStoryIsLearnedFrom() {
        Set<String> train = new HashSet<>(Stories.train(DATA));
        List<String> heldOut = Stories.heldOut(DATA);
        assertEquals(16_000, train.size(), "all different");
        assertEquals(1_000, Set.copyOf(heldOut).size(), "all different");
        heldOut.forEach(story -> assertTrue(train.add(story), story));
    }

    @Test
    void allStoriesFitTheContext() {
        int longest = Stories.train(DATA).stream().mapToInt(String::length).max().orElseThrow();
        assertTrue(longest <= Stories.LONGEST, "" + longest);
        assertTrue(Stories.heldOut(DATA).stream().allMatch(story -> story.length() <= Stories.LONGEST));
    }

    @Test
    void theGrammarTellsEachOfThemAndNoOther() {
        Grammar grammar = Stories.grammar();
        for (String story : Stories.heldOut(DATA)) {
            assertTrue(grammar.tells(StoryText.words(story)), story);
        }
        assertTrue(!grammar.tells(StoryText.words(Stories.heldOut(DATA).get(0) + " The end.")));
    }

    /** The entropy is the mean of what samples show; 1000 stories give it to 0.13 nats (their standard error). */
    @Test
    void samplesAgreeWithTheExactEntropyWithinTheirError() {
        Grammar grammar = Stories.grammar();
        List<String> stories = Stories.heldOut(DATA);
        double[] nats = stories.stream().mapToDouble(s -> -grammar.logProbability(StoryText.words(s))).toArray();
        double[] lengths = stories.stream().mapToDouble(s -> s.length() + 1).toArray();
        assertWithinFourErrors(grammar.expected().nats(), nats);
        assertWithinFourErrors(grammar.expected().characters(), lengths);
    }

    private static void assertWithinFourErrors(double expected, double[] values) {
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            mean += value / values.length;
            squares += value * value / values.length;
        }
        double error = Math.sqrt((squares - mean * mean) / values.length);
        assertEquals(expected, mean, 4 * error);
    }
}
