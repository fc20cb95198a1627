package spotlight.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.Bank;
import spotlight.grader.CheckResult;
import spotlight.grader.CheckRunner;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.HintSection;
import spotlight.grader.Home;
import spotlight.grader.MethodResult;
import spotlight.grader.Points;
import spotlight.grader.Status;
import spotlight.grader.WrongAnswer;

/** What {@code exercises/INSTRUCTORS.md} says of the exercises is so, and its example of a new one works. */
@EnabledIfSystemProperty(named = "spotlight.strict", matches = "true")
class InstructorsGuideTest {
    private static final Pattern CHAPTER = Pattern
            .compile("(?m)^\\| (\\d\\d) [^|]*\\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern ALL = Pattern.compile("(?m)^\\| all \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern FILE = Pattern
            .compile("(?s)\n`((?:exercises|solutions)/[^`]+)`[^\n]*\n\n```\\w*\n(.*?)```");

    @Test
    void theTableOfChaptersCountsRight() throws Exception {
        int[] all = new int[3];
        int rows = 0;
        for (Matcher row = CHAPTER.matcher(guide()); row.find(); rows++) {
            int[] counted = counted(Integer.parseInt(row.group(1)));
            assertEquals(Arrays.toString(counted), "[" + row.group(2) + ", " + row.group(3) + ", " + row.group(4) + "]",
                    "exercises, points and minutes of chapter " + row.group(1));
            Arrays.setAll(all, i -> all[i] + counted[i]);
        }
        assertEquals(15, rows);
        Matcher sum = ALL.matcher(guide());
        assertTrue(sum.find());
        assertEquals(Arrays.toString(all), "[" + sum.group(1) + ", " + sum.group(2) + ", " + sum.group(3) + "]");
    }

    @Test
    void theExampleOfANewExerciseWorks(@TempDir Path course) throws Exception {
        Map<String, String> files = files();
        assertEquals(5, files.size(), files.keySet().toString());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = course.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path stub = ExerciseFiles.find(course, "2.8").stub();
        String solution = files.get("solutions/src/main/java/spotlight/ch02/BestShare.java");
        assertEquals(List.of("2.8 The brightest word"), HintSection.parse(files.get("exercises/hints/ch02.md")).stream()
                .map(HintSection::title).toList());

        CheckRunner runner = new CheckRunner(course);
        try {
            CheckResult untouched = runner.check("2.8");
            assertEquals(2, untouched.result().count(Status.NOT_ATTEMPTED), untouched.toString());
            Files.writeString(stub, solution);
            CheckResult right = runner.check("2.8");
            assertEquals(3, right.result().points(), right.toString());
            for (WrongAnswer wrong : Bank.read(course.resolve("exercises/src/test/bank/ch02/BestShare.txt"))) {
                Files.writeString(stub, wrong.applyTo(solution));
                List<String> messages = runner.check("2.8").result().methods().stream().map(MethodResult::message)
                        .toList();
                assertTrue(messages.stream().anyMatch(message -> message.contains(wrong.names())),
                        wrong.title() + ": " + messages);
            }
        } finally {
            runner.close();
        }
    }

    private static String guide() throws IOException {
        return Files.readString(Home.get().resolve("exercises/INSTRUCTORS.md"));
    }

    /** The files of the example by path. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Matcher block = FILE.matcher(guide()); block.find();) {
            files.put(block.group(1), block.group(2));
        }
        return files;
    }

    /** Exercises, points and minutes of a chapter, from tests and hints. */
    private static int[] counted(int chapter) throws Exception {
        List<ExerciseFiles> exercises = ExerciseFiles.all(Home.get()).stream()
                .filter(files -> files.number().chapter() == chapter).toList();
        int points = 0;
        for (ExerciseFiles files : exercises) {
            points += Stream.of(Class.forName(files.className() + "Test").getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Points.class))
                    .mapToInt(method -> method.getAnnotation(Points.class).value()).sum();
        }
        String page = exercises.get(0).number().tag() + ".md";
        int minutes = HintSection.parse(Files.readString(Home.get().resolve("exercises/hints/" + page))).stream()
                .mapToInt(HintSection::minutes).sum();
        return new int[] {exercises.size(), points, minutes};
    }
}
