package spotlight.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import spotlight.grader.CheckResult;
import spotlight.grader.CheckRunner;
import spotlight.grader.CheckRunner.CompiledStub;
import spotlight.grader.ExerciseFiles;
import spotlight.grader.Home;
import spotlight.grader.IsolatedLoader;
import spotlight.grader.Status;

/**
 * The stubs as the course ships them: they compile, earn nothing, and declare what the solutions declare. Only where
 * nobody has worked on them, which CI says by {@code SPOTLIGHT_FRESH=true}.
 */
@EnabledIfSystemProperty(named = "spotlight.strict", matches = "true")
@EnabledIfEnvironmentVariable(named = "SPOTLIGHT_FRESH", matches = "true")
class FreshStubsTest {
    private static final CheckRunner RUNNER = new CheckRunner(Home.get());

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @TestFactory
    Stream<DynamicNode> everyStubIsFresh() {
        return ExerciseFiles.all(Home.get()).stream().map(exercise -> dynamicContainer(exercise.title(), Stream.of(
                dynamicTest("earns nothing", () -> earnsNothing(exercise)),
                dynamicTest("declares what the solution declares", () -> declaresTheSame(exercise)))));
    }

    private static void earnsNothing(ExerciseFiles exercise) throws InterruptedException {
        CheckResult check = RUNNER.check(exercise.number().toString());
        assertEquals(List.of(), check.problems(), exercise.stubPath() + " does not compile");
        assertEquals(check.result().methods().size(), check.result().count(Status.NOT_ATTEMPTED),
                "tests of the untouched stub that say \"not attempted\": " + check.result());
    }

    private static void declaresTheSame(ExerciseFiles exercise) throws InterruptedException, ClassNotFoundException {
        CompiledStub compiled = RUNNER.compile(exercise.number().toString());
        Class<?> stub = new IsolatedLoader(compiled.classes(), FreshStubsTest.class.getClassLoader())
                .loadClass(exercise.className());
        assertEquals(declarations(stub), declarations(Class.forName(exercise.className())));
    }

    /** Public methods, constructors and fields, as text; those of nested types too. */
    private static Set<String> declarations(Class<?> type) {
        Set<String> declarations = new TreeSet<>();
        Stream<Executable> executables = Stream.concat(Arrays.stream(type.getDeclaredMethods()),
                Arrays.stream(type.getDeclaredConstructors()));
        executables.filter(member -> isPublic(member.getModifiers()) && !member.isSynthetic())
                .forEach(member -> declarations.add(member.toGenericString()));
        Arrays.stream(type.getDeclaredFields()).filter(field -> isPublic(field.getModifiers()))
                .forEach(field -> declarations.add(field.toGenericString()));
        Arrays.stream(type.getDeclaredClasses()).filter(nested -> isPublic(nested.getModifiers()))
                .forEach(nested -> declarations.addAll(declarations(nested)));
        return declarations;
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers);
    }
}
