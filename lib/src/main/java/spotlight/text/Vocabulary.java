package spotlight.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import spotlight.file.ModelFileException;
import spotlight.file.TextFile;
import spotlight.tensor.Shapes;

/** Tokens by id, ids by token; the first few are special ones. */
final class Vocabulary {
    private final List<String> tokens;
    private final int special;
    private final Map<String, Integer> ids = new HashMap<>();

    /** These tokens, ids in their order, of which the first so many are special. */
    Vocabulary(List<String> tokens, int special) {
        this.tokens = List.copyOf(tokens);
        this.special = special;
        for (String token : this.tokens) {
            Integer before = ids.put(token, ids.size());
            Shapes.require(before == null, () -> "vocabulary: token " + Show.quoted(token) + " is there twice");
        }
    }

    /** The special tokens, then the others, which must fit. */
    static Vocabulary of(List<String> special, List<String> others, String kind, Predicate<String> fits) {
        for (String token : others) {
            Shapes.require(fits.test(token), () -> kind + "s: " + Show.quoted(token) + " is not one " + kind);
        }
        List<String> tokens = new ArrayList<>(special);
        tokens.addAll(others);
        return new Vocabulary(tokens, special.size());
    }

    int size() {
        return tokens.size();
    }

    List<String> tokens() {
        return tokens;
    }

    String token(int id) {
        Shapes.require(id >= 0 && id < tokens.size(),
                () -> "token: id " + id + " is outside the vocabulary of " + tokens.size());
        return tokens.get(id);
    }

    int id(String token) {
        int id = find(token);
        Shapes.require(id >= 0, () -> "id: token " + Show.quoted(token) + " is not in the vocabulary of "
                + tokens.size());
        return id;
    }

    /** The id of a token, or -1. */
    int find(String token) {
        return ids.getOrDefault(token, -1);
    }

    /** The id of what a text has, so not of a special token; that of the unknown one if need be, or -1. */
    int findInText(String token) {
        int id = find(token);
        return id >= special ? id : unknown();
    }

    private int unknown() {
        int id = find(Tokenizer.UNKNOWN);
        return id < special ? id : -1;
    }

    /** Whether {@code decode} leaves this token out: it is special, and does not stand for some text. */
    boolean silent(int id) {
        return id < special && !tokens.get(id).equals(Tokenizer.UNKNOWN);
    }

    /** One token a line, after a line that says what they are: {@code spotlight characters, special 2}. */
    void save(Path file, String kind) {
        StringBuilder text = new StringBuilder("spotlight " + kind + "s, special " + special + "\n");
        tokens.forEach(token -> text.append(Show.escaped(token)).append('\n'));
        TextFile.write(file, text.toString());
    }

    /** What {@link #save} wrote; all but the special tokens must fit. */
    static Vocabulary load(Path file, String kind, Predicate<String> fits) {
        List<String> lines = TextFile.lines(file);
        String start = "spotlight " + kind + "s, special ";
        String first = lines.isEmpty() ? "" : lines.get(0);
        int count = lines.size() - 1;
        int special = first.startsWith(start) ? number(first.substring(start.length())) : -1;
        if (special < 0 || special > count) {
            throw new ModelFileException(file, "line 1: expected '" + start + "' and the number of special tokens, "
                    + "at most " + Math.max(0, count) + ", got " + Show.quoted(first));
        }
        List<String> tokens = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int line = 2; line <= lines.size(); line++) {
            String token = unescaped(file, line, lines.get(line - 1));
            Integer before = seen.put(token, line);
            if (before != null) {
                throw new ModelFileException(file,
                        "line " + line + ": token " + Show.quoted(token) + " is already in line " + before);
            }
            if (line > special + 1 && !fits.test(token)) {
                throw new ModelFileException(file,
                        "line " + line + ": " + Show.quoted(token) + " is not one " + kind);
            }
            tokens.add(token);
        }
        return new Vocabulary(Collections.unmodifiableList(tokens), special);
    }

    private static String unescaped(Path file, int line, String escaped) {
        try {
            return Show.unescaped(escaped);
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, "line " + line + ": " + e.getMessage(), e);
        }
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
