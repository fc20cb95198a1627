package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.ClassPath;
import spotlight.grader.Problem;

class CompileServerTest {
    @TempDir
    Path taken;
    private final Map<String, String> sources = new HashMap<>();

    @BeforeEach
    void aTestAndAnotherStub() throws IOException {
        for (String name : List.of("OneTest", "Other", "Sample")) {
            Path file = taken.resolve("spotlight/ch98/" + name + ".class");
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        source("One", "public class One { int one() { return 1; } record Inner() { } }");
    }

    private void source(String name, String text) {
        sources.put("spotlight.ch98." + name, "package spotlight.ch98;\n" + text + "\n");
    }

    private Compilation compile() {
        return new CompileServer(ClassPath.ofStubs(), List.of(taken)).compile(sources);
    }

    private static List<Problem> problems(String file, String message) {
        return List.of(new Problem(file, 0, 0, message, ""));
    }

    @Test
    void classesAreKnownByTheirStubHelpersToo() {
        source("Two", "class Two extends One { } class Helper { }");
        Compilation compiled = compile();
        assertEquals(Set.of("spotlight.ch98.One", "spotlight.ch98.One$Inner"),
                compiled.classes().get("spotlight.ch98.One").keySet());
        assertEquals(Set.of("spotlight.ch98.Two", "spotlight.ch98.Helper"),
                compiled.classes().get("spotlight.ch98.Two").keySet());
    }

    @Test
    void aBrokenFileAndThoseThatNeedItAreSetAsideAndTheRestIsCompiled() {
        source("Two", "class Two { int two() { return 2 } }");
        source("Three", "class Three { int three() { return new Two().two() + 1; } }");
        Compilation compiled = compile();
        assertEquals(Set.of("spotlight.ch98.One"), compiled.classes().keySet());
        assertEquals(Set.of("spotlight.ch98.Two", "spotlight.ch98.Three"), compiled.broken().keySet());
        assertEquals(List.of(new Problem("Two.java", 2, 33, "';' expected",
                "class Two { int two() { return 2 } }")), compiled.broken().get("spotlight.ch98.Two"));
        assertEquals("cannot find symbol\n  symbol:   class Two\n  location: class Three",
                compiled.broken().get("spotlight.ch98.Three").get(0).message());
    }

    @Test
    void aClassOfTheKitsIsRefusedAndCostsNobodyElse() {
        source("Two", "class Two { } class OneTest { }");
        source("Three", "class Three { } class One { }");
        sources.put("spotlight.ch98.Four", "package spotlight.tensor; class Tensor { }");
        sources.put("spotlight.ch98.Five", "package java.lang; class String { }");
        Compilation compiled = compile();
        assertEquals(Map.of("spotlight.ch98.Two", problems("Two.java", "it declares the class spotlight.ch98.OneTest, "
                + "which is not its own: give the class another name"),
                "spotlight.ch98.Three", problems("Three.java", "it declares the class spotlight.ch98.One, which is not "
                        + "its own: give the class another name"),
                "spotlight.ch98.Four", problems("Four.java", "it declares the class spotlight.tensor.Tensor, which is "
                        + "not its own: give the class another name"),
                "spotlight.ch98.Five", problems("Five.java", "it declares the class java.lang.String, which is not its "
                        + "own: give the class another name")),
                Map.copyOf(compiled.refused()));
        assertEquals(Set.of("spotlight.ch98.One"), compiled.classes().keySet());
    }

    @Test
    void aFileWithoutItsClassDoesNotCompile() {
        source("Two", "class Zwei { }");
        assertEquals(problems("Two.java", "there is no class Two in the package spotlight.ch98"),
                compile().broken().get("spotlight.ch98.Two"));
    }

    @Test
    void neitherTestsNorAnswersCanBeUsed() {
        source("Two", "class Two { Object test = new OneTest(); org.junit.jupiter.api.Test junit; }");
        assertEquals(1, compile().broken().get("spotlight.ch98.Two").size());
    }

    @Test
    void aLineOfAMegabyteIsNotRepeated() {
        source("Two", "class Two { /*" + "x".repeat(1_000_000) + "*/ int n = m; }");
        assertEquals("", compile().broken().get("spotlight.ch98.Two").get(0).source());
    }
}
