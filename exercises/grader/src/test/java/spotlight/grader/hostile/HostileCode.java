package spotlight.grader.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hostile OneWeight.java out of {@code hostile/*.txt}, where the form is explained.
 *
 * @param title  names it
 * @param kind   {@link Hostile#kinds(String)}
 * @param reason words that must be read
 * @param body   of a method that does the harm
 * @param whole  the whole file instead, or empty
 */
record HostileCode(String title, String kind, String reason, String body, String members, String whole) {
    /** All of a resource. */
    static List<HostileCode> read(String resource) throws IOException {
        String text;
        try (InputStream file = HostileCode.class.getResourceAsStream("/hostile/" + resource)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<HostileCode> all = new ArrayList<>();
        for (String entry : text.substring(text.indexOf("\n== ") + 4).split("\n== ")) {
            all.add(entry(entry));
        }
        return all;
    }

    private static HostileCode entry(String entry) {
        List<String> lines = entry.lines().toList();
        String[] head = lines.get(0).split(": ?", 3);
        if (lines.get(1).equals("@file")) {
            return new HostileCode(head[0], head[1], head[2], "", "",
                    String.join("\n", lines.subList(2, lines.size())));
        }
        StringBuilder body = new StringBuilder();
        StringBuilder members = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("@member ")) {
                members.append(line.substring(8)).append('\n');
            } else {
                body.append(line).append('\n');
            }
        }
        return new HostileCode(head[0], head[1], head[2], body.toString(), members.toString(), "");
    }

    /** The file. @param places what stands for {@code ${port}} and so on */
    String source(Map<String, String> places) {
        String source = whole.isEmpty() ? aroundBody() : whole;
        for (Map.Entry<String, String> place : places.entrySet()) {
            source = source.replace("${" + place.getKey() + '}', place.getValue());
        }
        return source;
    }

    private String aroundBody() {
        return """
                package spotlight.ch02;
                import spotlight.tensor.Tensor;
                public final class OneWeight {
                    public static double weight(Tensor scores, int index) {
                        try {
                            harm(scores);
                            return Double.NaN;
                        } catch (RuntimeException | Error e) {
                            throw e;
                        } catch (Throwable e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    static void harm(Tensor scores) throws Throwable {
                """ + body + "}\n" + members + "}\n";
    }
}
