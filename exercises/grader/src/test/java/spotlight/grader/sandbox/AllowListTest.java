package spotlight.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import spotlight.grader.Problem;
import spotlight.grader.StudentCode;

class AllowListTest {
    private static final String STUB = "spotlight.ch02.OneWeight";

    private final AllowList list = new AllowList(Set.of(STUB, "spotlight.ch02.MendedSpotlight"),
            name -> name.equals("spotlight.ch02.Grid"));

    @Test
    void allSolutionsStubsAndWrongAnswersAreAllowed() throws IOException {
        Map<String, String> solutions = StudentCode.sources("solutions/src/main/java");
        List<Map<String, String>> all = new ArrayList<>(StudentCode.wrongAnswers());
        all.add(solutions);
        all.add(StudentCode.sources("exercises/src/main/java"));
        AllowList course = new AllowList(solutions.keySet(), name -> name.endsWith("Test"));
        assertTrue(solutions.size() >= 70 && all.size() > 4, () -> solutions.size() + " answers, " + all.size());
        for (Map<String, String> sources : all) {
            Map<String, String> complete = new HashMap<>(solutions);
            complete.putAll(sources);
            assertEquals("", texts(course.check(StudentCode.compile(complete), complete)));
        }
    }

    @Test
    void ordinaryJavaIsAllowed() {
        assertEquals("", in("""
                enum Direction { LEFT { @Override int step() { return -1; } }, RIGHT; int step() { return 1; } }
                record Pair(String word, double[] at) implements Comparable<Pair> {
                    public int compareTo(Pair other) { return word.compareTo(other.word); }
                }
                sealed interface Shape { record Circle(double r) implements Shape {} record Dot() implements Shape {} }
                interface Walk extends UnaryOperator<Integer> { }
                static class Odd extends IllegalStateException { Odd(String why) { super(why); } }
                static class Count implements Iterable<Integer> {
                    public Iterator<Integer> iterator() { return List.of(1, 2).iterator(); }
                }
                static final int[][] GRID = new int[3][4];
                static int run(Object o, Direction d, String s) {
                    assert d != null : "no direction " + d;
                    int sum = switch (d) { case LEFT -> 1; case RIGHT -> 2; };
                    sum += switch (s) { case "a", "b" -> 1; default -> 0; };
                    Walk walk = i -> i + 1;
                    sum += walk.andThen(i -> i * 2).apply(3) + d.ordinal() + Direction.values().length;
                    for (int each : new Count()) { sum += each; }
                    Map<String, List<Integer>> map = new TreeMap<>();
                    map.computeIfAbsent("a", key -> new ArrayList<>()).add(GRID[0].clone().length);
                    for (Map.Entry<String, List<Integer>> entry : map.entrySet()) { sum += entry.getValue().get(0); }
                    try {
                        if (o instanceof Pair pair && pair.at().length > 0) { throw new Odd(pair.toString()); }
                    } catch (Odd | ArithmeticException e) {
                        System.out.println(e.getMessage() + e.getClass().getSimpleName());
                        e.printStackTrace();
                    } catch (StackOverflowError e) {
                        throw new AssertionError("deep", e);
                    } finally {
                        System.arraycopy(GRID[0], 0, GRID[1], 0, 2);
                    }
                    Object lock = new Object();
                    synchronized (lock) { sum += new Random(1).nextInt(5) + new SplittableRandom(2).nextInt(3); }
                    sum += Stream.of(1, 2).map(String::valueOf).collect(Collectors.joining(", ")).length();
                    sum += IntStream.range(0, 4).mapToObj(int[]::new).mapToInt(a -> a.length).sum();
                    return sum + String.format(Locale.ROOT, "%.2f %s", 1.5, \"""
                            text
                            \""").length() + new StringBuilder().append(Math.fma(1f, 2f, 3f)).length()
                            + Arrays.hashCode(new float[] {1}) + new BitSet(3).cardinality()
                            + Optional.of(1).orElseThrow() + (int) (System.nanoTime() % 2);
                }"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            java.nio.file.Files.delete(null);             | java.nio.file.Files
            new java.io.File("x").delete();               | java.io.File
            new Formatter("x").close();                   | java.util.Formatter
            new java.io.PrintStream("x").close();         | new java.io.PrintStream
            new Scanner("x").next();                      | java.util.Scanner
            new Properties().clear();                     | java.util.Properties
            ResourceBundle.getBundle("x");                | java.util.ResourceBundle
            new java.net.Socket("localhost", 1);          | java.net.Socket
            new ProcessBuilder("ls").start();             | java.lang.ProcessBuilder
            Runtime.getRuntime().halt(0);                 | java.lang.Runtime
            new Thread(() -> { }).start();                | java.lang.Thread
            Thread.currentThread().stop();                | java.lang.Thread
            java.util.concurrent.Executors.newCachedThreadPool(); | java.util.concurrent.Executors
            java.util.concurrent.CompletableFuture.runAsync(() -> { }); | java.util.concurrent.CompletableFuture
            java.util.concurrent.ForkJoinPool.commonPool(); | java.util.concurrent.ForkJoinPool
            new Timer().cancel();                         | java.util.Timer
            List.of(1).parallelStream();                  | java.util.List.parallelStream
            IntStream.range(0, 2).parallel();             | java.util.stream.IntStream.parallel
            Arrays.parallelSort(new int[2]);              | java.util.Arrays.parallelSort
            Function<List<?>, Object> f = List::parallelStream; | java.util.Collection.parallelStream
            new Object().wait();                          | java.lang.Object.wait
            new Object().notifyAll();                     | java.lang.Object.notifyAll
            java.lang.ref.Cleaner.create();               | java.lang.ref.Cleaner
            System.exit(0);                               | java.lang.System.exit
            System.setOut(null);                          | java.lang.System.setOut
            System.setProperty("a", "b");                 | java.lang.System.setProperty
            System.getProperty("user.home");              | java.lang.System.getProperty
            System.getenv();                              | java.lang.System.getenv
            System.load("x");                             | java.lang.System.load
            System.loadLibrary("x");                      | java.lang.System.loadLibrary
            System.getLogger("x");                        | java.lang.System.getLogger
            System.in.read();                             | java.lang.System.in
            Integer.getInteger("x");                      | java.lang.Integer.getInteger
            Class.forName("java.io.File");                | java.lang.Class.forName
            String.class.getDeclaredMethods();            | java.lang.Class.getDeclaredMethods
            String.class.getResourceAsStream("x");        | java.lang.Class.getResourceAsStream
            String.class.getClassLoader();                | java.lang.Class.getClassLoader
            String.class.getModule();                     | java.lang.Class.getModule
            java.lang.invoke.MethodHandles.lookup();      | java.lang.invoke.MethodHandles
            StackWalker.getInstance();                    | java.lang.StackWalker
            ServiceLoader.load(Runnable.class);           | java.util.ServiceLoader
            new java.io.ObjectInputStream(null);          | java.io.ObjectInputStream
            Locale.setDefault(Locale.ROOT);               | java.util.Locale.setDefault
            TimeZone.setDefault(null);                    | java.util.TimeZone
            org.junit.jupiter.api.Assertions.fail();      | org.junit.jupiter.api.Assertions
            spotlight.grader.Verify.that("a", 1);         | spotlight.grader.Verify
            spotlight.io.HuggingFace.class.getName();     | spotlight.io.HuggingFace
            spotlight.tensor.Kernels.use(null);           | spotlight.tensor.Kernels
            spotlight.text.Characters.load(null);         | java.nio.file.Path
            throw new OutOfMemoryError();                 | java.lang.OutOfMemoryError
            Object[] o = new java.io.File[1];             | java.io.File
            Object o = new java.io.File[1][1];            | java.io.File
            Object o = (java.io.File) null;               | java.io.File
            Object o = java.io.File.class;                | java.io.File
            Supplier<Object> s = Thread::currentThread;   | java.lang.Thread
            Object o = java.io.File.separator + new Random(); | java.io.File
            """)
    void whatIsNotOnTheListIsNamed(String code, String name) {
        String problems = in("static void run() throws Exception {\n" + code + "\n}");
        assertTrue(problems.contains(":3: " + name + " is not allowed in an exercise: "), problems);
    }

    @Test
    void theMessageSaysWhyAndWhatInstead() {
        assertEquals(
                "OneWeight.java:3: java.nio.file.Files is not allowed in an exercise: an exercise reads and writes "
                        + "no files; what it needs are its parameters\n    return java.nio.file.Files.size(null);\n"
                        + "OneWeight.java:3: java.nio.file.Path is not allowed in an exercise: an exercise reads and writes no "
                        + "files; what it needs are its parameters\n    return java.nio.file.Files.size(null);",
                in("""
                        static long run() throws java.io.IOException {
                            return java.nio.file.Files.size(null);
                        }"""));
        assertEquals(
                "OneWeight.java:2: java.awt.Robot is not allowed in an exercise: an exercise has no window; return "
                        + "what is to be drawn\nstatic void run() throws Exception { new java.awt.Robot(); }",
                in("static void run() throws Exception { new java.awt.Robot(); }"));
        assertEquals("OneWeight.java: java.util.Currency is not allowed in an exercise: it is not on the list of what "
                + "an exercise needs (exercises/SECURITY.md)", in("static Currency currency;"));
    }

    @Test
    void declarationsAreLookedAtToo() {
        assertEquals(
                "OneWeight.java: java.io.File is not allowed in an exercise: an exercise reads and writes no files; "
                        + "what it needs are its parameters",
                in("static java.io.File file;"));
        assertEquals(
                "OneWeight.java: java.io.File is not allowed in an exercise: an exercise reads and writes no files; "
                        + "what it needs are its parameters",
                in("static void run(java.io.File[] files) { }"));
        assertEquals(
                "OneWeight.java: the native method run is not allowed in an exercise: native code can do anything; "
                        + "write it in Java",
                in("static native void run();"));
        assertEquals("OneWeight.java: the finalizer finalize() is not allowed in an exercise: it would run when nobody "
                + "expects it; leave it out", in("@Override protected void finalize() { }"));
        assertEquals(
                "OneWeight.java: a class or interface that extends or implements java.util.ArrayList is not allowed "
                        + "in an exercise: use the class as it is, and hold it in a field",
                in("static class Mine extends ArrayList<String> { }"));
        assertTrue(in("static class Mine extends Thread { }").contains("java.lang.Thread is not allowed"));
        assertTrue(in("@org.junit.jupiter.api.Test void run() { }").contains("org.junit.jupiter.api.Test is not"));
        assertTrue(in("@Deprecated @SafeVarargs static <T> void run(T... t) { }").isEmpty());
    }

    @Test
    void anInheritedMethodIsAsForbiddenAsAnyOther() {
        String classes = "static class Odd extends Exception { void run() throws Throwable { %s } }";
        assertEquals("", in(String.format(classes, "getMessage();")));
        assertTrue(in(String.format(classes, "wait();")).contains("java.lang.Object.wait is not allowed"));
        assertTrue(in(String.format(classes, "super.wait();")).contains("java.lang.Object.wait is not allowed"));
        assertTrue(in(String.format(classes, "super.finalize();")).contains("java.lang.Object.finalize is not"));
        assertTrue(in("interface Go extends Function<List<?>, Object> { } Go go = List::parallelStream;")
                .contains("java.util.Collection.parallelStream is not allowed"));
    }

    @Test
    void onlyTheStubAndNewNamesBesideItMayBeDefined() {
        assertEquals("", texts(check("spotlight.ch02", "class Helper { } final class OneWeight { }")));
        assertEquals(
                "Tensor.java: a class of the name spotlight.tensor.Tensor may not be defined in an exercise: it is "
                        + "not the stub's, and its package or name is the course's; give it another name, inside the stub",
                texts(list.check(StudentCode.compile(Map.of("spotlight.tensor.Tensor",
                        "package spotlight.tensor; public class Tensor { }")), Map.of())));
        for (String name : List.of("OneWeightTest", "OneWeightTest$Inner", "Grid", "Grid$Inner")) {
            String problems = texts(check("spotlight.ch02", "class " + name + " { }"));
            assertTrue(problems.contains("may not be defined"), name + ": " + problems);
        }
        for (String name : List.of("spotlight.ch03", "spotlight.ch02.deep", "spotlight", "java.util", "a")) {
            assertTrue(texts(check(name.startsWith("java") ? "javax.util" : name, "class Helper { }"))
                    .contains("may not be defined"), name);
        }
        assertTrue(texts(list.check(StudentCode.compile(Map.of("Bare", "class Bare { }")), Map.of()))
                .contains("may not be defined"));
    }

    @Test
    void testsInTheSamePackageCannotBeCalled() {
        Map<String, String> sources = Map.of(STUB, "package spotlight.ch02; class OneWeight { Object o = new Grid(); }",
                "spotlight.ch02.Grid", "package spotlight.ch02; class Grid { }");
        Map<String, byte[]> classes = new HashMap<>(StudentCode.compile(sources));
        classes.remove("spotlight.ch02.Grid");
        assertEquals(
                "OneWeight.java:1: spotlight.ch02.Grid is not allowed in an exercise: it belongs to the course's tests, "
                        + "or to a file that was not handed in",
                texts(list.check(classes, Map.of())));
    }

    @Test
    void anotherStubMayBeUsedEvenIfItIsNotHandedIn() {
        Map<String, String> sources = Map.of(STUB,
                "package spotlight.ch02; class OneWeight { Object o = MendedSpotlight.one(); }",
                "spotlight.ch02.MendedSpotlight",
                "package spotlight.ch02; class MendedSpotlight { static int one() { return 1; } }");
        Map<String, byte[]> classes = new HashMap<>(StudentCode.compile(sources));
        classes.remove("spotlight.ch02.MendedSpotlight");
        assertEquals("", texts(list.check(classes, Map.of())));
    }

    @Test
    void aCallLinkedByForeignCodeIsRefused() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, 0, "spotlight/ch02/OneWeight", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        method.visitInvokeDynamicInsn("x", "()V",
                new Handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/ConstantBootstraps", "invoke", "()V", false));
        method.visitEnd();
        assertEquals(
                "OneWeight: a call linked by java.lang.invoke.ConstantBootstraps.invoke is not allowed in an exercise: "
                        + "write a plain lambda or a plain call",
                texts(list.check(Map.of(STUB, writer.toByteArray()), Map.of())));
    }

    @Test
    void aClassThatCannotBeReadIsRefused() {
        assertEquals("OneWeight: the class spotlight.ch02.OneWeight cannot be read: "
                + "java.lang.ArrayIndexOutOfBoundsException: Index 6 out of bounds for length 3",
                texts(list.check(Map.of(STUB, new byte[3]), Map.of())));
    }

    @Test
    void twentyProblemsAreEnough() {
        StringBuilder code = new StringBuilder("static void run() {\n");
        for (int i = 0; i < 100; i++) {
            code.append("System.exit(").append(i).append(");\n");
        }
        assertEquals(20, check("spotlight.ch02", "class OneWeight { " + code + "}}").size());
    }

    private String in(String members) {
        return texts(check("spotlight.ch02",
                "import java.util.*; import java.util.function.*; import java.util.stream.*; class OneWeight {\n"
                        + members
                        + "\n}"));
    }

    private List<Problem> check(String pack, String code) {
        String source = "package " + pack + "; " + code;
        return list.check(StudentCode.compile(Map.of(STUB, source)), Map.of(STUB, source));
    }

    private static String texts(List<Problem> problems) {
        return problems.stream().map(problem -> problem.text().replaceAll("\n\\^$|\n *\\^", ""))
                .collect(Collectors.joining("\n"));
    }
}
