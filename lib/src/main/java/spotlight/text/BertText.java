package spotlight.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * BERT's first step, from a text to words: control characters go, a Chinese character and a punctuation mark are words of
 * their own, spaces separate the others.
 *
 * @param options what else happens
 */
record BertText(WordPieces.Options options) {
    /** The blocks of Chinese characters that BERT knows: first and last of each. */
    private static final int[] CHINESE = {0x4e00, 0x9fff, 0x3400, 0x4dbf, 0x20000, 0x2a6df, 0x2a700, 0x2b73f, 0x2b740,
            0x2b81f, 0x2b820, 0x2ceaf, 0xf900, 0xfaff, 0x2f800, 0x2fa1f};

    /** The words of a text. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        normalized(text).codePoints().forEach(c -> {
            boolean space = space(c);
            boolean alone = punctuation(c) || options.spaceChinese() && chinese(c);
            if ((space || alone) && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (!space) {
                word.appendCodePoint(c);
            }
        });
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    private String normalized(String text) {
        StringBuilder out = new StringBuilder();
        String clean = text.codePoints().filter(c -> !dropped(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        (options.stripAccents() ? Normalizer.normalize(clean, Normalizer.Form.NFD) : clean).codePoints().forEach(c -> {
            if (!options.stripAccents() || Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(
                        options.lowerCase() ? Character.toString(c).toLowerCase(Locale.ROOT) : Character.toString(c));
            }
        });
        return out.toString();
    }

    /** Whether a character goes: a control character that is no space, or one that is not assigned. */
    private static boolean dropped(int c) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
        return c == 0xfffd || control && c != '\t' && c != '\n' && c != '\r';
    }

    private static boolean space(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean punctuation(int c) {
        boolean ascii = c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~';
        return ascii || switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    private static boolean chinese(int c) {
        for (int i = 0; i < CHINESE.length; i += 2) {
            if (c >= CHINESE[i] && c <= CHINESE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
