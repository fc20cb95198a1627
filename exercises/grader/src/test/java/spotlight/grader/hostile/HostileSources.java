package spotlight.grader.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files named OneWeight.java that attack what reads and compiles them. */
final class HostileSources {
    /** A file and what must become of it, as in {@link HostileCode}. */
    record Source(String title, String kind, String reason, byte[] bytes) {
    }

    private static final String REFUSED = "DOES_NOT_COMPILE";

    private final List<Source> all = new ArrayList<>();

    /** All of them, some hundred kilobytes each, one of ten megabytes. */
    static List<Source> all() {
        HostileSources sources = new HostileSources();
        sources.tooLong();
        sources.tooDeep();
        sources.tooMuchToInfer();
        sources.oddLetters();
        return sources.all;
    }

    private void tooLong() {
        add("source-of-ten-megabytes", "UNTOUCHED", "it is larger than 1 MB",
                inClass("/*" + "x".repeat(10_000_000) + "*/"));
        add("method-too-long", REFUSED, "too large", inHarm("int a = 0;\n" + "a += a * 3 / (a + 7);\n".repeat(30_000)));
        add("ten-thousand-classes", REFUSED, "", inClass(numbered("class C%d { }\n", 10_000) + "int n = m;"));
        add("fourteen-thousand-constants", REFUSED, "",
                inClass(numbered("static final String S%1$d = \"value %1$d\" + System.nanoTime();\n", 14_000)));
        add("a-constant-that-doubles", REFUSED, "", inClass("static final String S0 = \"0123456789\";\n"
                + numbered("static final String S%2$d = S%1$d + S%1$d;\n", 40)));
        add("one-long-identifier", REFUSED, "", inClass("int " + "a".repeat(500_000) + ";"));
        add("ten-thousand-errors", REFUSED, "cannot find symbol", inHarm("x++;\n".repeat(10_000)));
    }

    private void tooDeep() {
        add("deep-parentheses", REFUSED, "",
                inHarm("int a = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ";"));
        add("deep-blocks", REFUSED, "", inHarm("{".repeat(100_000) + "}".repeat(100_000)));
        add("deep-not", REFUSED, "", inHarm("boolean a = " + "!".repeat(100_000) + "true;"));
        add("deep-sum", REFUSED, "", inHarm("int b = 1; int a = b" + " + b".repeat(100_000) + ";"));
        add("deep-types", REFUSED, "",
                inClass("java.util.List<".repeat(20_000) + "String" + ">".repeat(20_000) + " deep;"));
        add("deep-arrays", REFUSED, "", inClass("int" + "[]".repeat(100_000) + " deep;"));
        add("deep-calls", REFUSED, "",
                inHarm("Math.abs(".repeat(50_000) + "1" + ")".repeat(50_000) + ";"));
        add("deep-else", REFUSED, "", inHarm("int a = 1; " + "if (a == 2) { } else ".repeat(40_000) + "{ }"));
    }

    private void tooMuchToInfer() {
        StringBuilder nested = new StringBuilder("1");
        for (int i = 0; i < 60; i++) {
            nested.insert(0, "run(() -> ").append(')');
        }
        add("lambdas-that-double-the-work", REFUSED, "", inClass("""
                static <T> T run(java.util.function.Supplier<T> work) { return work.get(); }
                static <T> T run(java.util.concurrent.Callable<T> work) throws Exception { return work.call(); }
                static int a() throws Exception { return %s; }
                """.formatted(nested)));
        add("class-that-extends-itself", REFUSED, "cyclic inheritance",
                inClass("static class A extends B { } static class B extends A { }"));
        add("types-without-end", REFUSED, "", inClass("""
                interface N<Z> { }
                static class C<X> implements N<N<? super C<C<X>>>> { }
                N<? super C<Byte>> cast(C<Byte> c) { return c; }
                """));
    }

    private void oddLetters() {
        String exit = inHarm("System.exit(42);");
        add("hidden-by-text-that-runs-backwards", "NOT_ALLOWED", "java.lang.System.exit is not allowed",
                inHarm("/*\u202e } \u2066if (false)\u2069 \u2066 begin harmless */ System.exit(42); /* \u2069\u202c end */"));
        add("zero-width-letters", "NOT_ALLOWED", "java.lang.System.exit is not allowed",
                inHarm("int a\u200bb = 42; System.exit(a\u200bb);"));
        add("class-of-look-alike-letters", REFUSED, "", exit.replace("class OneWeight", "class \u041eneWeight"));
        addBytes("not-utf-8", "UNTOUCHED", "it is not UTF-8", exit.replace("42", "42/*\u00ff*/")
                .getBytes(StandardCharsets.ISO_8859_1));
        addBytes("utf-16", "UNTOUCHED", "", exit.getBytes(StandardCharsets.UTF_16));
        addBytes("only-zeros", REFUSED, "illegal character", new byte[100_000]);
        addBytes("class-file-under-the-name-of-a-source", "UNTOUCHED", "",
                new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61});
        add("end-of-file-in-the-middle", REFUSED, "reached end of file", exit.substring(0, exit.length() / 2));
        add("zero-in-the-source", REFUSED, "illegal character", inHarm("\0 System.exit(42);"));
    }

    private static String numbered(String line, int times) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < times; i++) {
            lines.append(String.format(line, i, i + 1));
        }
        return lines.toString();
    }

    static String inClass(String members) {
        return "package spotlight.ch02;\npublic final class OneWeight {\n"
                + "public static double weight(spotlight.tensor.Tensor scores, int index) { return Double.NaN; }\n"
                + members
                + "\n}\n";
    }

    static String inHarm(String body) {
        return inClass("static { harm(); }\nstatic void harm() {\n" + body + "\n}");
    }

    private void add(String title, String kind, String reason, String text) {
        addBytes(title, kind, reason, text.getBytes(StandardCharsets.UTF_8));
    }

    private void addBytes(String title, String kind, String reason, byte[] bytes) {
        all.add(new Source(title, kind, reason, bytes));
    }
}
