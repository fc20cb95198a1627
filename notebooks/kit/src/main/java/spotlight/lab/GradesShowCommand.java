package spotlight.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import spotlight.gradebook.Visible;

/** {@code ./lab grades show}: the gradebook in the terminal. */
@Command(name = "show", mixinStandardHelpOptions = true, usageHelpWidth = 100, header = "Show the gradebook in the terminal.", description = {
        "", "All students with their chapters, or one with every exercise.", ""}, footer = {"", "Examples:",
                "  ./lab grades show OUT                everyone, by id",
                "  ./lab grades show OUT --by-points    the most points first",
                "  ./lab grades show OUT s01            one student, exercise by exercise"})
final class GradesShowCommand implements Callable<Integer> {
    private static final int LONGEST = 30;

    @Parameters(index = "0", paramLabel = "OUT", description = "The folder of the gradebook.")
    private Path out;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "A student's id or name.")
    private String who;

    @Option(names = "--by-points", description = "The most points first.")
    private boolean byPoints;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonObject book = read(out.resolve("grades.json"));
        spec.commandLine().getOut().print(who == null ? columns(everyone(book)) : one(book));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<String[]> everyone(JsonObject book) {
        List<JsonObject> students = new ArrayList<>(objects(book.getAsJsonArray("students")));
        if (byPoints) {
            students.sort(Comparator.comparing((JsonObject each) -> each.get("final").getAsBigDecimal()).reversed());
        }
        List<String> chapters = objects(book.getAsJsonArray("exercises")).stream()
                .map(each -> each.get("number").getAsString().replaceFirst("\\..*", "")).distinct().toList();
        List<String[]> rows = new ArrayList<>();
        rows.add(row("id", "name", "of " + text(book, "maximum"), chapters.stream()
                .map(chapter -> "ch" + (chapter.length() == 1 ? "0" : "") + chapter).toList(), "remarks"));
        for (JsonObject student : students) {
            JsonObject points = student.getAsJsonObject("chapters");
            int remarks = student.getAsJsonArray("remarks").size();
            rows.add(row(text(student, "id"), text(student, "name"), text(student, "final"),
                    chapters.stream().map(chapter -> points.has(chapter) ? text(points, chapter) : "").toList(),
                    remarks == 0 ? "" : String.valueOf(remarks)));
        }
        return rows;
    }

    private String one(JsonObject book) {
        JsonObject student = objects(book.getAsJsonArray("students")).stream()
                .filter(each -> who.equals(each.get("id").getAsString()) || who.equals(each.get("name").getAsString()))
                .findFirst().orElseThrow(() -> new Trouble("there is no student " + Visible.line(who) + " in " + out,
                        "./lab grades show " + out + " names all"));
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {text(student, "id"), text(student, "name")});
        List<JsonObject> exercises = objects(book.getAsJsonArray("exercises"));
        for (JsonObject exercise : objects(student.getAsJsonArray("exercises"))) {
            JsonObject known = exercises.stream().filter(each -> each.get("number").equals(exercise.get("number")))
                    .findFirst().orElseThrow();
            rows.add(new String[] {text(exercise, "points") + " of " + text(known, "maximum"), text(known, "title"),
                    exercise.has("override")
                            ? "by hand"
                            : text(exercise, "kind").toLowerCase(Locale.ROOT).replace('_', ' ')});
        }
        rows.add(new String[] {text(student, "lateDeduction"), "taken off for lateness"});
        rows.add(new String[] {text(student, "final") + " of " + text(book, "maximum"), "final"});
        StringBuilder text = new StringBuilder(columns(rows));
        student.getAsJsonArray("remarks")
                .forEach(remark -> text.append(safe(remark, 200)).append(System.lineSeparator()));
        return text.toString();
    }

    private static String[] row(String id, String name, String points, List<String> chapters, String remarks) {
        List<String> row = new ArrayList<>(List.of(id, name, points));
        row.addAll(chapters);
        row.add(remarks);
        return row.toArray(String[]::new);
    }

    /** In columns; what could move the cursor is shown as an escape. */
    private static String columns(List<String[]> rows) {
        int[] widths = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String space = " ".repeat(widths[i] - row[i].codePointCount(0, row[i].length()));
                line.append(i > 1 && widths.length > 3 ? space + row[i] : row[i] + space).append("  ");
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String text(JsonObject object, String name) {
        return safe(object.get(name), LONGEST);
    }

    private static String safe(JsonElement element, int most) {
        String text = Visible.line(element.getAsString());
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject)
                .collect(Collectors.toList());
    }

    private static JsonObject read(Path file) {
        if (!Files.exists(file)) {
            throw new Trouble(file + " is not there", "./lab grades write " + file.getParent() + " makes it");
        }
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException e) {
            throw new Trouble(file + " is not a gradebook",
                    "./lab grades write " + file.getParent() + " writes it again");
        }
    }
}
