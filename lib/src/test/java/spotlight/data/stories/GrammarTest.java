package spotlight.data.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrammarTest {
    private static final double EXACT = 1e-12; // sums of a few dozen doubles of size 1
    private static final String GAP = "_";
    private static final String HENS = """
            story = <hero=child.name> had <n=count.word> <colour> hens . <hero.He> bought <m=count.word> more
                    and had <n+m> . | 2* Nobody <saw> . | Is <a=child.name> near <b=child.name!a> , <a.he> or <b.he> ?
            colour = red | 3* white
            saw = saw | knew how
            child(name he) = Mia she | 2* Tom he | Bo_and_Di they
            count(word) = two | 3* three
            """;
    private static final Grammar GRAMMAR = Grammar.of(HENS);

    /** Every story with its probability, found by taking every step. */
    private static Map<String, Double> all() {
        Map<String, Double> stories = new HashMap<>();
        tell(Place.start(new Phrase(List.of(new Item.Expand(GrammarReader.read(HENS))))), "", 1, stories);
        return stories;
    }

    private static void tell(Place place, String text, double probability, Map<String, Double> stories) {
        if (place.isEnd()) {
            assertEquals(null, stories.put(text.strip(), probability), "two ways to one text");
        }
        place.steps().forEach(
                step -> tell(step.next(), text + " " + step.word(), probability * step.probability(), stories));
    }

    @Test
    void probabilitiesOfAllStoriesAddUpToOne() {
        Map<String, Double> all = all();
        assertEquals(3 * 2 * 2 * 2 + 2 + 3 * 2, all.size());
        assertEquals(1, all.values().stream().mapToDouble(p -> p).sum(), EXACT);
        all.forEach((text, p) -> assertEquals(Math.log(p), GRAMMAR.logProbability(List.of(text.split(" "))), EXACT));
    }

    @Test
    void aStoryByHand() {
        List<String> words = StoryText.words("Tom had two white hens. He bought three more and had five.");
        assertEquals(Math.log(1.0 / 4 * 2 / 4 * 1 / 4 * 3 / 4 * 3 / 4), GRAMMAR.logProbability(words), EXACT);
        List<String> question = StoryText.words("Is Mia near Tom, she or he?");
        assertEquals(Math.log(1.0 / 4 * 1 / 4 * 2 / 3), GRAMMAR.logProbability(question), EXACT,
                "without Mia, Tom is two of three");
    }

    @Test
    void whatDoesNotAgreeIsNotTold() {
        assertTrue(GRAMMAR.tells(StoryText.words("Nobody knew how.")));
        for (String wrong : List.of("Tom had two white hens. She bought three more and had five.",
                "Tom had two white hens. He bought three more and had six.", "Is Tom near Tom, he or he?",
                "Nobody knew.", "Nobody saw. Nobody saw.", "Nobody", "")) {
            assertEquals(Double.NEGATIVE_INFINITY, GRAMMAR.logProbability(StoryText.words(wrong)), wrong);
        }
    }

    @Test
    void entropyAndLengthByEnumeration() {
        double nats = 0;
        double characters = 0;
        for (Map.Entry<String, Double> story : all().entrySet()) {
            nats -= story.getValue() * Math.log(story.getValue());
            characters += story.getValue()
                    * (StoryText.text(List.of(story.getKey().split(" "))).length() + 1);
        }
        Expected expected = GRAMMAR.expected();
        assertEquals(nats, expected.nats(), EXACT);
        assertEquals(characters, expected.characters(), 1e-10);
        assertEquals(nats / characters, expected.natsPerCharacter(), EXACT);
    }

    @Test
    void samplesAreAsFrequentAsProbable() {
        Random random = new Random(0);
        int nobody = 0;
        for (int i = 0; i < 4000; i++) {
            List<String> story = GRAMMAR.sample(random);
            assertTrue(GRAMMAR.tells(story), story::toString);
            nobody += story.get(0).equals("Nobody") ? 1 : 0;
        }
        assertEquals(2000, nobody, 4 * Math.sqrt(4000 / 4.0), "weight 2 of 4, within four standard deviations");
    }

    @Test
    void posteriorByEnumeration() {
        posteriorByEnumeration("_ had _ white hens . _ bought _ more and had five .");
        posteriorByEnumeration("_ had _ _ hens . _ bought _ more and had _ .");
        posteriorByEnumeration("_ _ _ _ _ _ _ _ _ _ _ _ _ _");
        posteriorByEnumeration("_ _ .");
        posteriorByEnumeration("Is _ near _ , _ or he ?");
    }

    private static void posteriorByEnumeration(String text) {
        List<String> words = List.of(text.split(" "));
        List<Map<String, Double>> sums = words.stream().map(word -> (Map<String, Double>) new HashMap<String, Double>())
                .toList();
        double total = 0;
        for (Map.Entry<String, Double> story : all().entrySet()) {
            if (story.getKey().matches(text.replace(".", "\\.").replace("?", "\\?").replace("_", "\\S+"))) {
                String[] told = story.getKey().split(" ");
                for (int i = 0; i < told.length; i++) {
                    sums.get(i).merge(told[i], story.getValue(), Double::sum);
                }
                total += story.getValue();
            }
        }
        List<Map<String, Double>> posterior = GRAMMAR.posterior(words, GAP);
        for (int i = 0; i < words.size(); i++) {
            assertEquals(sums.get(i).keySet(), posterior.get(i).keySet());
            for (Map.Entry<String, Double> word : sums.get(i).entrySet()) {
                assertEquals(word.getValue() / total, posterior.get(i).get(word.getKey()), EXACT, text);
            }
        }
    }

    @Test
    void nextWordsByHand() {
        assertEquals(Map.of("saw", 0.5, "knew", 0.5), GRAMMAR.next(List.of("Nobody")));
        Map<String, Double> colours = GRAMMAR.next(StoryText.words("Bo and Di had two"));
        assertEquals(Map.of("red", 0.25, "white", 0.75), colours);
        assertEquals(Map.of("Mia", 1.0 / 2, "Bo", 1.0 / 2), GRAMMAR.next(StoryText.words("Is Tom near")),
                "without Tom, the others are equally likely");
        assertEquals(Map.of(), GRAMMAR.next(StoryText.words("Nobody saw.")), "the end");
    }

    @Test
    void nextWordsMultiplyToTheProbabilityOfTheStory() {
        all().forEach((story, p) -> {
            List<String> words = List.of(story.split(" "));
            double product = 1;
            for (int i = 0; i < words.size(); i++) {
                Map<String, Double> next = GRAMMAR.next(words.subList(0, i));
                assertEquals(1, next.values().stream().mapToDouble(each -> each).sum(), EXACT, story);
                product *= next.get(words.get(i));
            }
            assertEquals(p, product, EXACT, story);
        });
    }

    @Test
    void whatCharactersCostAddsUpToWhatTheStoryCosts() {
        for (String story : all().keySet()) {
            List<String> words = List.of(story.split(" "));
            double sum = Arrays.stream(GRAMMAR.nats(StoryText.text(words))).sum();
            assertEquals(-GRAMMAR.logProbability(words), sum, EXACT, story);
        }
    }

    @Test
    void charactersByHand() {
        double[] nats = GRAMMAR.nats("Nobody saw.");
        assertEquals("Nobody saw.\n".length(), nats.length);
        assertEquals(Math.log(2), nats[0], EXACT, "N: half of all stories");
        assertEquals(0, nats[1], EXACT, "o: nothing else begins with N");
        assertEquals(Math.log(2), nats[7], EXACT, "s or k");
        assertEquals(0, nats[11], EXACT, "the end");
        assertEquals(Double.POSITIVE_INFINITY, GRAMMAR.nats("Nobody slept.")[8]);
    }

    @Test
    void noStoryFits() {
        refuse("grammar: no story fits Mia _ ten", () -> GRAMMAR.posterior(List.of("Mia", "_", "ten"), GAP));
        refuse("grammar: no story begins with Mia knew", () -> GRAMMAR.next(List.of("Mia", "knew", "Tom")));
        refuse("grammar: no story begins with Nobody saw . Mia",
                () -> GRAMMAR.next(List.of("Nobody", "saw", ".", "Mia")));
    }

    private static void refuse(String message, Runnable work) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
    }

    private static void refuseRules(String message, String... lines) {
        refuse("grammar: " + message, () -> Grammar.of(String.join("\n", lines)));
    }

    @Test
    void twoDerivationsOfOneTextAreRefused() {
        refuseRules("two alternatives of story begin with A, so that a text could have two derivations",
                "story = A hen . | <thing> .", "thing = The fox | A hen");
        refuseRules("two alternatives of child begin with Bo, so that a text could have two derivations",
                "story = <hero=child.name> ran .", "child(name) = Bo | Bo_and_Di");
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        refuseRules("nonsense is neither name = … nor indented", "nonsense");
        refuseRules("story is defined twice", "story = a", "story = b");
        refuseRules("story has an empty alternative", "story = a |");
        refuseRules("story has a stray ;", "story = a ; b");
        refuseRules("hen is not a rule", "story = a <hen>");
        refuseRules("hen contains itself", "story = <hen>", "hen = a <hen>");
        refuseRules("story speaks of hero, which is not chosen yet", "story = a <hero.he>", "child(he) = she");
        refuseRules("story chooses from child, which is not a table", "story = <hero=child.he>", "child = she");
        refuseRules("story asks for child.him, which is not a form", "story = <a=child.him>", "child(he) = she");
        refuseRules("story chooses a twice", "story = <a=child.he> <a=child.he>", "child(he) = she");
        refuseRules("story a and b are not from one table", "story = <b=hen.is> <a=child.he!b>", "child(he) = she",
                "hen(is) = was");
        refuseRules("child [Mia] are 1 forms, not 2", "story = a", "child(name he) = Mia");
    }
}
