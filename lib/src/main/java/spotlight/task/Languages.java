package spotlight.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import spotlight.data.Parallel;
import spotlight.model.Alignment;
import spotlight.model.Decoding;
import spotlight.model.Transformer;
import spotlight.model.Translator;
import spotlight.tensor.Tensor;
import spotlight.text.Characters;
import spotlight.text.Tokenizer;
import spotlight.text.Words;

/**
 * What a translator reads and writes: English by words, in small letters, as a word is what has a meaning; Chinese by
 * characters, since nothing in a Chinese sentence says where a word ends, and a few hundred characters make all words.
 */
public record Languages(Words english, Characters chinese) {
    /** Writing stops here at the latest. */
    static final int MOST = 60;

    private static final String ENGLISH = "english";
    private static final String CHINESE = "chinese";
    private static final String ARROW = "<-";

    /** All words and characters of these pairs. */
    public static Languages of(List<Parallel> pairs) {
        StringJoiner sources = new StringJoiner("\n");
        StringBuilder targets = new StringBuilder();
        pairs.forEach(pair -> {
            sources.add(small(pair.source()));
            targets.append(pair.target());
        });
        return new Languages(
                Words.of(sources.toString(), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END, Tokenizer.UNKNOWN),
                Characters.of(targets.toString(), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END));
    }

    /** Those that a trained model was kept with. */
    public static Languages of(Model model) {
        return new Languages(
                Words.of(List.of(model.about(ENGLISH).split(" ")), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END,
                        Tokenizer.UNKNOWN),
                Characters.of(model.about(CHINESE), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END));
    }

    /** What has to be kept with a model. */
    Map<String, String> about() {
        List<String> words = new ArrayList<>();
        for (int id = 4; id < english.vocab(); id++) { // after the special ones
            words.add(english.token(id));
        }
        StringBuilder characters = new StringBuilder();
        for (int id = 3; id < chinese.vocab(); id++) {
            characters.append(chinese.token(id));
        }
        return Map.of(ENGLISH, String.join(" ", words), CHINESE, characters.toString());
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The ids of an English sentence; of words that were not in training the id of {@link Tokenizer#UNKNOWN}. */
    public int[] read(String sentence) {
        return english.encode(small(sentence));
    }

    /** The ids of a Chinese sentence between those of its beginning and its end. */
    public int[] write(String sentence) {
        int[] ids = chinese.encode(sentence);
        int[] marked = new int[ids.length + 2];
        marked[0] = chinese.id(Tokenizer.BEGIN);
        System.arraycopy(ids, 0, marked, 1, ids.length);
        marked[ids.length + 1] = chinese.id(Tokenizer.END);
        return marked;
    }

    /** Translates English sentences, always with the most probable next character. */
    public List<String> greedy(Translator model, List<String> sentences) {
        return texts(Decoding.greedy(model, sentences.stream().map(this::read).toList(), MOST));
    }

    /** Translates English sentences with a beam of 4, as "Attention Is All You Need" does. */
    public List<String> beam(Translator model, List<String> sentences) {
        return texts(Decoding.beam(model, sentences.stream().map(this::read).toList(), 4, 0.6, MOST));
    }

    private List<String> texts(List<int[]> written) {
        return written.stream().map(chinese::decode).toList();
    }

    /**
     * Which English word is looked at most when each Chinese character is written, in the mean over the heads of the
     * last layer: {@code 我<-i 昨天<-yesterday}. Neighbours that look at the same word stand together.
     */
    public String alignment(Transformer model, String sentence, String translation) {
        int[] source = read(sentence);
        int[] target = chinese.encode(translation);
        Tensor weights = Alignment.of(model, source, target).mean(model.config().decoderLayers() - 1); // [T,S]
        int[] most = weights.argmax();
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < target.length; t++) {
            boolean last = t + 1 == target.length || most[t + 1] != most[t];
            text.append(chinese.token(target[t])).append(last ? ARROW + english.token(source[most[t]]) + " " : "");
        }
        return text.toString().strip();
    }
}
