package spotlight.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import spotlight.file.Json;
import spotlight.file.ModelFileException;
import spotlight.file.TextFile;

/** GPT-2's files: {@code vocab.json}, an object of ids by token, and {@code merges.txt}, a pair of tokens a line. */
final class PairFiles {
    private PairFiles() {
    }

    static Vocabulary vocabulary(Path file) {
        Map<?, ?> ids = Json.object(file);
        String[] tokens = new String[ids.size()];
        ids.forEach((token, value) -> {
            if (!(value instanceof Long id) || id < 0 || id >= tokens.length) {
                throw new ModelFileException(file,
                        "token " + Show.quoted(token.toString()) + ": expected an id from 0 to "
                                + (tokens.length - 1) + ", got " + Json.kind(value));
            }
            int i = id.intValue();
            if (tokens[i] != null) {
                throw new ModelFileException(file, "tokens " + Show.quoted(tokens[i]) + " and "
                        + Show.quoted(token.toString()) + " have the same id, " + i);
            }
            tokens[i] = token.toString();
        });
        return new Vocabulary(Arrays.asList(tokens), 0);
    }

    static PairMerges merges(Path file, Vocabulary vocabulary) {
        List<String> lines = TextFile.lines(file);
        List<int[]> pairs = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (line == 1 && text.startsWith("#version") || text.isEmpty()) {
                continue;
            }
            String[] parts = text.split(" ", -1);
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new ModelFileException(file,
                        "line " + line + ": expected two tokens and a space between them, got " + Show.quoted(text));
            }
            for (String token : List.of(parts[0], parts[1], parts[0] + parts[1])) {
                if (vocabulary.find(token) < 0 || token.chars().anyMatch(c -> ByteLetters.byteOf((char) c) < 0)) {
                    throw new ModelFileException(file, "line " + line + ": " + Show.quoted(token)
                            + " is no token of the vocabulary of " + vocabulary.size());
                }
            }
            pairs.add(new int[] {vocabulary.id(parts[0]), vocabulary.id(parts[1])});
        }
        return new PairMerges(vocabulary, pairs);
    }
}
