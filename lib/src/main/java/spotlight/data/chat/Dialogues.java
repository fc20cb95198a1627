package spotlight.data.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import spotlight.data.Corpus;
import spotlight.file.TextFile;

/**
 * Dialogues between a user and an assistant about seven topics. Each question has one right answer, which follows from
 * the dialogue or is a fact of the training: 100 % can be right.
 */
public final class Dialogues implements Corpus {
    private static final int TRAIN = 10_000;
    private static final int HELD_OUT = 1_000;
    private static final long SEED = 14;

    /** The dialogues to learn from. */
    public static List<List<Exchange>> train(Path data) {
        return read(data.resolve("chat").resolve("train.tsv"));
    }

    /** Other dialogues, to be measured on. */
    public static List<List<Exchange>> heldOut(Path data) {
        return read(data.resolve("chat").resolve("held-out.tsv"));
    }

    /**
     * Reads dialogues: topic, question and answer with tabs between them, one exchange a line, and an empty line behind
     * each dialogue.
     *
     * @throws IllegalArgumentException at the first line that is something else; it says file and line
     */
    static List<List<Exchange>> read(Path file) {
        List<List<Exchange>> dialogues = new ArrayList<>();
        List<Exchange> open = new ArrayList<>();
        int number = 0;
        for (String line : TextFile.lines(file)) {
            number++;
            if (line.isEmpty()) {
                dialogues.add(List.copyOf(open));
                open.clear();
            } else {
                open.add(exchange(file, number, line));
            }
        }
        if (!open.isEmpty()) {
            dialogues.add(List.copyOf(open));
        }
        return dialogues;
    }

    private static Exchange exchange(Path file, int number, String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || List.of(parts).contains("")) {
            throw new IllegalArgumentException(
                    file.getFileName() + ", line " + number + ": expected topic, question and"
                            + " answer with tabs between them, not \"" + line + "\"");
        }
        return new Exchange(parts[0], parts[1], parts[2]);
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Map<String, String> files() {
        Random random = new Random(SEED); // its numbers are laid down by Java's specification
        return Map.of("train.tsv", text(new DialogueWriter(random, false), TRAIN), "held-out.tsv",
                text(new DialogueWriter(random, true), HELD_OUT));
    }

    private static String text(DialogueWriter writer, int count) {
        Set<List<Exchange>> dialogues = new LinkedHashSet<>();
        while (dialogues.size() < count) {
            dialogues.add(writer.write());
        }
        return dialogues.stream().map(dialogue -> dialogue.stream().map(exchange -> exchange.line() + "\n")
                .collect(Collectors.joining()) + "\n").collect(Collectors.joining());
    }
}
