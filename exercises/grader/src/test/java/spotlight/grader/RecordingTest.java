package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import spotlight.ch99.Plain;

class RecordingTest {
    private static Optional<Script> recorded(Class<?> test) {
        return new ExerciseRun().record(test);
    }

    @Test
    void aPlainTestIsWrittenDownWithoutBeingRun() {
        Plain.ran = 0;
        Script script = recorded(Plain.AllSorts.class).orElseThrow();
        assertEquals(0, Plain.ran);
        assertEquals(7, script.seconds());
        assertEquals(List.of(new Call("first", List.of()), new Call("rows", List.of("a", 1, 0.5f)),
                new Call("rows", List.of("b, c", -2, 1e-3f)), new Call("values", List.of(1L)),
                new Call("values", List.of(2L))),
                script.calls().stream().sorted(java.util.Comparator.comparing(Call::method)).toList());
        assertEquals(new ExerciseRun().plan(Plain.AllSorts.class), List.of(script.nothing()));
    }

    @Exercise("99.1 Prepared")
    static class Prepared {
        @BeforeEach
        void prepare() {
        }

        @Test
        @Points(hint = "")
        void test() {
        }
    }

    @Exercise("99.1 Dynamic")
    static class Dynamic {
        @TestFactory
        @Points(hint = "")
        Stream<DynamicTest> tests() {
            return Stream.of();
        }
    }

    @Exercise("99.1 In a folder")
    static class InAFolder {
        @Test
        @Points(hint = "")
        void test(@TempDir Path folder) {
        }
    }

    @Exercise("99.1 With objects")
    static class WithObjects {
        static List<List<Integer>> lists() {
            return List.of(List.of(1));
        }

        @ParameterizedTest
        @MethodSource("lists")
        @Points(hint = "")
        void test(List<Integer> list) {
        }
    }

    @Exercise("99.1 With information")
    static class WithInformation {
        @Test
        @Points(hint = "")
        void test(TestInfo info) {
        }
    }

    @Exercise("99.1 With dates")
    static class WithDates {
        @ParameterizedTest
        @CsvSource("2017-06-12")
        @Points(hint = "")
        void test(java.time.LocalDate date) {
        }
    }

    @Exercise("99.1 Repeated")
    static class Repeated {
        @RepeatedTest(2)
        @Points(hint = "")
        void test() {
        }
    }

    @Exercise("99.1 Overloaded")
    static class Overloaded {
        @Test
        @Points(hint = "")
        void test() {
        }

        @ParameterizedTest
        @CsvSource("1")
        @Points(hint = "")
        void test(int row) {
        }
    }

    @Exercise("99.1 With a helper of the same name")
    static class WithANamesake {
        @Test
        @Points(hint = "")
        void test() {
            test(1);
        }

        private void test(int row) {
        }
    }

    @Exercise("99.1 Without tests")
    static class WithoutTests {
    }

    @Exercise("99.1 Inherited")
    static class Inherited extends Plain.AllSorts {
    }

    @Exercise("99.1 Nested")
    static class Outer {
        @Nested
        class Inner {
            @Test
            @Points(hint = "")
            void test() {
            }
        }
    }

    @Exercise("99.1 Disabled")
    @Disabled
    static class SwitchedOff {
        @Test
        @Points(hint = "")
        void test() {
        }
    }

    @Exercise("99.1 Extended")
    static class Extended {
        @RegisterExtension
        final ExerciseExtension extension = new ExerciseExtension();

        @Test
        @Points(hint = "")
        void test() {
        }
    }

    @Exercise("99.1 Worth nothing")
    static class WorthNothing {
        @Test
        void test() {
        }
    }

    @Test
    void whatIsNotPlainIsLeftToJUnit() {
        for (Class<?> test : List.of(Prepared.class, Dynamic.class, InAFolder.class, WithObjects.class,
                WithInformation.class, WithDates.class, Repeated.class, Overloaded.class, Inherited.class, Outer.class,
                SwitchedOff.class, Extended.class, WorthNothing.class, WithANamesake.class, WithoutTests.class)) {
            assertEquals(Optional.empty(), recorded(test), test.getSimpleName());
        }
    }

    @Test
    void aConstructorThatFailsIsLeftToJUnit() {
        assertEquals(Optional.empty(), recorded(Plain.NoInstance.class));
    }
}
