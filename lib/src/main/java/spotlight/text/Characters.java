package spotlight.text;

import java.nio.file.Path;
import java.util.List;

/** One token per character, a Unicode code point. */
public final class Characters implements Tokenizer {
    private static final String KIND = "character";

    private final Vocabulary vocabulary;

    private Characters(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The characters of a text in the order of their code points, after the special tokens: with {@code of(text, PAD,
     * END)} padding is 0, the end is 1, and the first character is 2.
     */
    public static Characters of(String text, String... special) {
        List<String> characters = text.codePoints().sorted().distinct().mapToObj(Character::toString).toList();
        return of(characters, special);
    }

    /**
     * These characters in this order, after the special tokens.
     *
     * @throws IllegalArgumentException if one is not exactly one code point, or is there twice
     */
    public static Characters of(List<String> characters, String... special) {
        return new Characters(Vocabulary.of(List.of(special), characters, KIND, Characters::one));
    }

    private static boolean one(String token) {
        return !token.isEmpty() && token.codePointCount(0, token.length()) == 1;
    }

    /** What {@link #save} wrote. */
    public static Characters load(Path file) {
        return new Characters(Vocabulary.load(file, KIND, Characters::one));
    }

    /** Writes the vocabulary as a text file, one token a line. */
    public void save(Path file) {
        vocabulary.save(file, KIND);
    }

    /** One id per character; {@link #UNKNOWN} for a strange one, if that is among the special tokens. */
    @Override
    public int[] encode(String text) {
        int[] ids = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            int c = text.codePointAt(at);
            ids[i] = vocabulary.findInText(Character.toString(c));
            if (ids[i] < 0) {
                throw new IllegalArgumentException("encode: character " + Show.character(c) + " at "
                        + Show.place(text, at) + " is not in the vocabulary of " + vocab());
            }
            at += Character.charCount(c);
        }
        return ids;
    }

    /** The characters in a row; special tokens other than {@link #UNKNOWN} are left out. */
    @Override
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            String token = token(id);
            text.append(vocabulary.silent(id) ? "" : token);
        }
        return text.toString();
    }

    @Override
    public int vocab() {
        return vocabulary.size();
    }

    @Override
    public String token(int id) {
        return vocabulary.token(id);
    }

    @Override
    public int id(String token) {
        return vocabulary.id(token);
    }
}
