package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.data.DataFolder;
import spotlight.file.TextFile;
import spotlight.text.Words;

class DialoguesTest {
    private static final Path DATA = DataFolder.find();
    private static final long MOST_BYTES = 2_500_000;

    private final List<List<Exchange>> train = Dialogues.train(DATA);
    private final List<List<Exchange>> heldOut = Dialogues.heldOut(DATA);

    @Test
    void theCommittedFilesAreWhatTheGrammarWrites() {
        new Dialogues().files().forEach((name, text) -> assertEquals(text,
                TextFile.read(DATA.resolve("chat").resolve(name)), name + ": ./lab data writes it anew"));
    }

    @Test
    void theyAreManyAndSmall() throws Exception {
        assertEquals(10_000, train.size());
        assertEquals(1_000, heldOut.size());
        assertTrue(Files.size(DATA.resolve("chat/train.tsv"))
                + Files.size(DATA.resolve("chat/held-out.tsv")) < MOST_BYTES);
    }

    /** The first question of a talk has never been asked in training; the later ones are about what it said. */
    @Test
    void noHeldOutDialogueBeginsAsOneThatIsLearned() {
        Set<String> asked = train.stream().flatMap(List::stream).map(Exchange::question).collect(Collectors.toSet());
        for (List<Exchange> dialogue : heldOut) {
            Exchange first = dialogue.get(0);
            assertTrue(first.topic().equals("not told") || !asked.contains(first.question()), dialogue.toString());
        }
        Set<String> alone = Set.of("course", "Fibonacci", "greetings", "not known", "opposites", "order", "told");
        heldOut.stream().flatMap(List::stream).filter(exchange -> alone.contains(exchange.topic()))
                .forEach(exchange -> assertTrue(!asked.contains(exchange.question()), exchange.toString()));
    }

    @Test
    void everyHeldOutWordAndFactWasSeen() {
        Set<String> words = words(train);
        assertTrue(words.containsAll(words(heldOut)));
        assertTrue(words.size() < 650, "" + words.size());
        Set<String> answers = train.stream().flatMap(List::stream).map(Exchange::answer).collect(Collectors.toSet());
        heldOut.stream().flatMap(List::stream).filter(e -> e.topic().matches("course|greetings|opposites"))
                .forEach(exchange -> assertTrue(answers.contains(exchange.answer()), exchange.toString()));
    }

    private static Set<String> words(List<List<Exchange>> dialogues) {
        return dialogues.stream().flatMap(List::stream)
                .flatMap(exchange -> Words.split(exchange.question() + " " + exchange.answer()).stream())
                .collect(Collectors.toSet());
    }

    /** So 100 % can be right. */
    @Test
    void theSameDialogueNeverHasTwoAnswers() {
        Map<String, String> answers = new HashMap<>();
        for (List<List<Exchange>> file : List.of(train, heldOut)) {
            for (List<Exchange> dialogue : file) {
                StringBuilder before = new StringBuilder();
                for (Exchange exchange : dialogue) {
                    String known = answers.put(before.append(exchange.question()).toString(), exchange.answer());
                    assertTrue(known == null || known.equals(exchange.answer()), dialogue.toString());
                    before.append(exchange.answer());
                }
            }
        }
    }

    @Test
    void aStrangeLineIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.tsv"), "a\tWho?\tAnna.\na\tWho?\n");
        assertEquals("mine.tsv, line 2: expected topic, question and answer with tabs between them, not \"a\tWho?\"",
                assertThrows(IllegalArgumentException.class, () -> Dialogues.read(file)).getMessage());
        Files.writeString(file, "a\tWho?\tAnna.\n\nb\tHow?\tSo.\nb\tWhy?\tBecause.\n");
        assertEquals(List.of(List.of(new Exchange("a", "Who?", "Anna.")),
                List.of(new Exchange("b", "How?", "So."), new Exchange("b", "Why?", "Because."))),
                Dialogues.read(file));
    }
}
