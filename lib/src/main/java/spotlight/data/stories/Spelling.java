package spotlight.data.stories;

import java.util.ArrayList;
import java.util.List;

/** Follows a story character by character: all words that go on as it does, each with what is still to be spelled. */
final class Spelling {
    private static final String END = "\n";

    private List<Word> words; // their probabilities add up to that of the text so far

    /** A word that is being spelled: the letters to come, its probability, and the place behind it. */
    private record Word(String rest, double probability, Place behind) {
    }

    Spelling(Place start) {
        words = List.of(new Word("", 1, start));
        words = begun();
        words.replaceAll(word -> new Word(word.rest.strip(), word.probability, word.behind)); // no space at first
    }

    /**
     * One character further.
     *
     * @return its probability, given all before; 0 if no story goes on like this
     */
    double next(char character) {
        List<Word> open = begun();
        List<Word> fitting = new ArrayList<>();
        double all = 0;
        double sum = 0;
        for (Word word : open) {
            all += word.probability;
            if (word.rest.charAt(0) == character) {
                sum += word.probability;
                fitting.add(new Word(word.rest.substring(1), word.probability, word.behind));
            }
        }
        words = fitting;
        return sum == 0 ? 0 : sum / all;
    }

    /** The same words, but where one has been spelled, all that can follow it. */
    private List<Word> begun() {
        List<Word> open = new ArrayList<>();
        for (Word word : words) {
            if (!word.rest.isEmpty()) {
                open.add(word);
            } else if (word.behind.isEnd()) {
                open.add(new Word(END, word.probability, word.behind));
            } else {
                for (Step step : word.behind.steps()) {
                    String spelled = (StoryText.isMark(step.word()) ? "" : " ") + step.word();
                    open.add(new Word(spelled, word.probability * step.probability(), step.next()));
                }
            }
        }
        return open;
    }
}
