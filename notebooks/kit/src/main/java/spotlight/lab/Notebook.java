package spotlight.lab;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A notebook file. It is written in one fixed form, so that running it again changes only what came out differently. */
final class Notebook {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final JsonObject json;

    private Notebook(JsonObject json) {
        this.json = json;
    }

    /** @throws Trouble if the file is not a notebook */
    static Notebook read(Path file) {
        try {
            return of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Notebook of(String text, String name) {
        try {
            JsonObject json = GSON.fromJson(text, JsonObject.class);
            if (json != null && json.has("cells") && json.get("cells").isJsonArray()) {
                return new Notebook(json);
            }
        } catch (JsonParseException e) {
            // said below
        }
        throw new Trouble(name + " is not a Jupyter notebook", "restore it: git checkout -- " + name);
    }

    /** All cells, in order. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        JsonArray all = json.getAsJsonArray("cells");
        for (int i = 0; i < all.size(); i++) {
            cells.add(new Cell(i, all.get(i).getAsJsonObject()));
        }
        return cells;
    }

    /** The number JupyterLab shows beside a code cell that ran once, from top to bottom. */
    long number(int index) {
        return cells().stream().limit(index + 1L).filter(Cell::isCode).count();
    }

    /** The seconds that this chapter may take, by a tag of its first cell: {@code budget-240}. */
    OptionalDouble budget() {
        return cells().isEmpty() ? OptionalDouble.empty() : cells().get(0).number("budget-");
    }

    /** One cell. */
    record Cell(int index, JsonObject json) {

        /** Code that would run: empty cells are passed over. */
        boolean isCode() {
            return "code".equals(json.get("cell_type").getAsString()) && !source().isBlank();
        }

        String source() {
            return Text.of(json.get("source"));
        }

        boolean tagged(String tag) {
            return tags().contains(tag);
        }

        /** The number behind a prefix in one of the tags: 0.05 of the tag {@code within-0.05}. */
        OptionalDouble number(String prefix) {
            return tags().stream().filter(tag -> tag.startsWith(prefix))
                    .mapToDouble(tag -> Double.parseDouble(tag.substring(prefix.length()))).findFirst();
        }

        private List<String> tags() {
            JsonObject metadata = json.getAsJsonObject("metadata");
            return metadata != null && metadata.has("tags")
                    ? metadata.getAsJsonArray("tags").asList().stream().map(JsonElement::getAsString).toList()
                    : List.of();
        }

        /** The first line of the code that says something, to name the cell by. */
        String title() {
            return source().lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("//"))
                    .findFirst()
                    .orElse(source().lines().findFirst().orElse("")).strip();
        }

        JsonArray outputs() {
            return json.has("outputs") ? json.getAsJsonArray("outputs") : new JsonArray();
        }
    }

    /**
     * Takes an earlier run's outputs where this run's are equal by the rules of {@link Drift} and draw the same
     * pictures, so that saving changes no more than the run did.
     */
    Notebook keepingEqualOutputsOf(Notebook earlier) {
        List<Cell> old = earlier.cells();
        for (Cell cell : cells()) {
            boolean same = cell.index() < old.size() && cell.isCode() && !cell.tagged("varies")
                    && cell.source().equals(old.get(cell.index()).source());
            if (same && Drift.between(old.get(cell.index()).outputs(), cell.outputs()).isEmpty() && Outputs
                    .pictures(old.get(cell.index()).outputs()).equals(Outputs.pictures(cell.outputs()))) {
                cell.json().add("outputs", old.get(cell.index()).outputs());
            }
        }
        return this;
    }

    /**
     * The text to commit: no times, no machine's versions, executions counted from 1, prints gathered as one text and
     * their overwritten lines left out, keys in alphabetical order.
     */
    String canonical() {
        JsonObject copy = json.deepCopy();
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", GSON.toJsonTree(
                new TreeMap<>(java.util.Map.of("display_name", "Java", "language", "java", "name", "java"))));
        metadata.add("language_info", GSON.toJsonTree(new TreeMap<>(java.util.Map.of("codemirror_mode", "java",
                "file_extension", ".java", "mimetype", "text/x-java", "name", "java", "pygments_lexer",
                "java"))));
        copy.add("metadata", metadata);
        int count = 0;
        for (JsonElement element : copy.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            JsonObject kept = new JsonObject();
            JsonObject old = cell.getAsJsonObject("metadata");
            for (String key : List.of("jupyter", "tags")) { // jupyter: a long drawing cell folded away by its author
                if (old != null && old.has(key)) {
                    kept.add(key, old.get(key));
                }
            }
            cell.add("metadata", kept);
            cell.add("source", Text.lines(Text.of(cell.get("source"))));
            if ("code".equals(cell.get("cell_type").getAsString())) {
                boolean ran = !Text.of(cell.get("source")).isBlank();
                cell.add("execution_count", ran
                        ? new com.google.gson.JsonPrimitive(++count)
                        : com.google.gson.JsonNull.INSTANCE);
                cell.add("outputs", Outputs.canonical(cell.getAsJsonArray("outputs"), count));
            }
        }
        return write(copy);
    }

    private static String write(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.setHtmlSafe(false);
            writer.setSerializeNulls(true);
            GSON.toJson(sorted(json), writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static JsonElement sorted(JsonElement element) {
        if (element.isJsonObject()) {
            JsonObject result = new JsonObject();
            new TreeMap<>(element.getAsJsonObject().asMap()).forEach((key, value) -> result.add(key, sorted(value)));
            return result;
        }
        if (element.isJsonArray()) {
            JsonArray result = new JsonArray();
            element.getAsJsonArray().forEach(item -> result.add(sorted(item)));
            return result;
        }
        return element;
    }
}
