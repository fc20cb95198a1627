package spotlight.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;

import spotlight.grader.Bank;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.HintSection;
import spotlight.grader.Home;
import spotlight.grader.Points;

/** Each exercise has all its parts: solution, hints, wrong answers, points and a tag. */
@EnabledIfSystemProperty(named = "spotlight.strict", matches = "true")
class CompletenessTest {
    private static final Path HOME = Home.get();

    @TestFactory
    Stream<DynamicNode> everyExerciseIsComplete() {
        List<ExerciseFiles> all = ExerciseFiles.all(HOME);
        assertFalse(all.isEmpty(), "no exercise found");
        return all.stream().map(exercise -> dynamicContainer(exercise.title(), Stream.of(
                dynamicTest("has a stub and a solution", () -> hasSources(exercise)),
                dynamicTest("has hints", () -> hasHints(exercise)),
                dynamicTest("has at least three wrong answers", () -> hasWrongAnswers(exercise)),
                dynamicTest("has a number that fits its package, and that no other has", () -> fits(exercise, all)),
                dynamicTest("has a tag, and points with a hint on each method", () -> hasPoints(exercise)))));
    }

    private static void hasSources(ExerciseFiles exercise) {
        Path solution = HOME.resolve(exercise.stubPath().replaceFirst("^exercises/", "solutions/"));
        assertTrue(Files.isRegularFile(exercise.stub()), exercise.stubPath() + " is missing");
        assertTrue(Files.isRegularFile(solution), "solutions/ has no " + exercise.stubName());
    }

    private static void hasHints(ExerciseFiles exercise) throws IOException {
        String page = "exercises/hints/" + exercise.number().tag() + ".md";
        List<String> titles = HintSection.parse(Files.readString(HOME.resolve(page))).stream().map(HintSection::title)
                .toList();
        assertTrue(titles.contains(exercise.title()),
                page + " has no section `## " + exercise.title() + "`; it has " + titles);
    }

    private static void hasWrongAnswers(ExerciseFiles exercise) throws IOException {
        String bank = "exercises/src/test/bank/" + exercise.number().tag() + "/"
                + exercise.stubName().replace(".java", ".txt");
        assertTrue(Files.isRegularFile(HOME.resolve(bank)), bank + " is missing");
        int count = Bank.read(HOME.resolve(bank)).size();
        assertTrue(count >= 3, bank + " has " + count + " wrong answers, expected at least 3");
    }

    private static void fits(ExerciseFiles exercise, List<ExerciseFiles> all) {
        String tag = exercise.number().tag();
        assertTrue(exercise.className().startsWith("spotlight." + tag + "."),
                exercise.title() + " belongs in the package spotlight." + tag + ", not in " + exercise.className());
        assertEquals(1, all.stream().filter(other -> other.number().equals(exercise.number())).count(),
                "exercises with the number " + exercise.number());
    }

    private static void hasPoints(ExerciseFiles exercise) throws ClassNotFoundException {
        Class<?> test = Class.forName(exercise.className() + "Test");
        String tag = exercise.number().tag();
        assertTrue(Arrays.stream(test.getAnnotationsByType(Tag.class)).anyMatch(given -> given.value().equals(tag)),
                test.getSimpleName() + " lacks @Tag(\"" + tag + "\")");
        List<Method> methods = Arrays.stream(test.getDeclaredMethods()).filter(CompletenessTest::isTest).toList();
        assertFalse(methods.isEmpty(), test.getSimpleName() + " has no test method");
        for (Method method : methods) {
            String name = test.getSimpleName() + "." + method.getName();
            Points points = method.getAnnotation(Points.class);
            assertTrue(points != null && points.value() > 0, name + " lacks @Points of at least 1");
            assertFalse(points.hint().isBlank(), name + " lacks a hint");
            assertFalse(method.isAnnotationPresent(Disabled.class), name + " is disabled");
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
