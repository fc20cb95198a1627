package spotlight.data.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.text.Words;

class DialogueWriterTest {
    private final DialogueWriter writer = new DialogueWriter(new Random(3), false);
    private final List<List<Exchange>> dialogues = IntStream.range(0, 1_000).mapToObj(i -> writer.write()).toList();

    @Test
    void marksCountToo() {
        assertEquals(3 + 4 + 4, DialogueWriter.length(List.of(new Exchange("a", "What is it?", "It is Monday."))));
    }

    @Test
    void aDialogueFitsTheContext() {
        dialogues.forEach(dialogue -> assertTrue(DialogueWriter.length(dialogue) <= DialogueWriter.LONGEST));
        assertTrue(dialogues.stream().anyMatch(dialogue -> DialogueWriter.length(dialogue) > 60));
    }

    @Test
    void whatTheUserSaidIsAskedInTheEndAndSaidOfNobodyElse() {
        int between = 0;
        for (List<Exchange> dialogue : dialogues) {
            List<String> told = dialogue.stream().filter(e -> e.topic().equals("told"))
                    .map(e -> Memory.lastWord(e.answer())).toList();
            int asked = (int) dialogue.stream().filter(e -> e.topic().equals("memory")).count();
            assertEquals(told.size(), asked);
            Set<String> others = dialogue.stream().filter(e -> !e.topic().matches("told|memory"))
                    .flatMap(e -> Words.split(e.question()).stream()).collect(Collectors.toSet());
            told.forEach(value -> assertTrue(!others.contains(value), dialogue.toString()));
            between += !told.isEmpty() && !others.isEmpty() ? 1 : 0;
        }
        assertTrue(between > 80, "other talk comes between: " + between);
    }
}
