package spotlight.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import spotlight.grader.Bank;
import spotlight.grader.Home;
import spotlight.grader.WrongAnswer;

/** Each wrong answer in {@code exercises/src/test/bank} fails, with a message of its own that names the mistake. */
@EnabledIfSystemProperty(named = "spotlight.strict", matches = "true")
class BankTest {
    private static final Path ANSWERS = Home.get().resolve("solutions/src/main/java/spotlight");

    private final Bank bank = new Bank(BankTest.class.getClassLoader());

    @TestFactory
    Stream<DynamicNode> everyWrongAnswerIsNamed() throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(Home.get().resolve("exercises/src/test/bank"))) {
            files = tree.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        return files.stream().map(this::exercise);
    }

    private DynamicNode exercise(Path file) {
        String chapter = file.getParent().getFileName().toString();
        String name = file.getFileName().toString().replace(".txt", "");
        Map<String, String> titles = new HashMap<>();
        List<DynamicNode> tests = new ArrayList<>();
        try {
            String solution = Files.readString(ANSWERS.resolve(chapter).resolve(name + ".java"));
            for (WrongAnswer wrong : Bank.read(file)) {
                tests.add(dynamicTest(wrong.title(), file.toUri(), () -> {
                    String message = bank.messageFor("spotlight." + chapter + "." + name, solution, wrong);
                    String other = titles.putIfAbsent(message, wrong.title());
                    assertEquals(null, other, "two wrong answers get the message \"" + message + "\"");
                }));
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            tests.add(dynamicTest("can be read", () -> {
                throw unreadable;
            }));
        }
        return dynamicContainer(chapter + "/" + name, tests);
    }
}
