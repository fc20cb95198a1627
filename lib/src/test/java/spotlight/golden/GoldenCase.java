package spotlight.golden;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** One reference case: an operation, what goes in, what must come out. */
record GoldenCase(String file, JsonObject json) {
    private static final String SCHEMA = "gold-1";

    /** Numbers with a shape, in double: {@code float32} values have to be rounded once more. */
    record Values(String dtype, int[] shape, double[] data) {
        Tensor tensor() {
            return Tensor.of(data, shape);
        }

        int[] integers() {
            return Arrays.stream(data).mapToInt(x -> (int) x).toArray();
        }

        boolean[] booleans() {
            boolean[] flags = new boolean[data.length];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = data[i] != 0;
            }
            return flags;
        }
    }

    /** Passes if {@code |actual - expected| <= atol + rtol |expected|}. */
    record Tolerance(double rtol, double atol) {
    }

    /** All cases of a folder, its files in the order of their names. */
    static List<GoldenCase> readFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("golden folder " + folder + " does not exist");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        if (GoldenFoldersTest.isModel(folder)) {
            return List.of(); // its .json files are not cases
        }
        if (files.isEmpty() && GoldenFoldersTest.models(folder).isEmpty()) {
            throw new IllegalArgumentException("golden folder " + folder + " has no .json file and no model");
        }
        List<GoldenCase> cases = new ArrayList<>();
        for (Path file : files) {
            cases.addAll(readFile(file));
        }
        return cases;
    }

    private static List<GoldenCase> readFile(Path file) throws IOException {
        String name = file.getFileName().toString();
        JsonElement root;
        try (Reader reader = Files.newBufferedReader(file)) {
            root = JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("golden file " + name + " is not JSON", e);
        }
        if (!root.isJsonObject() || !root.getAsJsonObject().has("schema")
                || !root.getAsJsonObject().get("schema").getAsString().equals(SCHEMA)) {
            throw new IllegalArgumentException("golden file " + name + " is not of schema " + SCHEMA);
        }
        List<GoldenCase> cases = new ArrayList<>();
        if (!root.getAsJsonObject().has("cases")) {
            throw new IllegalArgumentException("golden file " + name + " has no cases");
        }
        for (JsonElement element : root.getAsJsonObject().getAsJsonArray("cases")) {
            GoldenCase read = new GoldenCase(name, element.getAsJsonObject());
            read.op();
            cases.add(read);
        }
        return cases;
    }

    String id() {
        return text("id");
    }

    String op() {
        return text("op");
    }

    Tensor input(String name) {
        return values("inputs", name).tensor();
    }

    Tensor param(String name) {
        return values("params", name).tensor();
    }

    boolean hasInput(String name) {
        return has("inputs", name);
    }

    boolean hasParam(String name) {
        return has("params", name);
    }

    Values inputValues(String name) {
        return values("inputs", name);
    }

    double number(String attribute) {
        return attribute(attribute).getAsDouble();
    }

    String string(String attribute) {
        return attribute(attribute).getAsString();
    }

    boolean flag(String attribute) {
        return attribute(attribute).getAsBoolean();
    }

    boolean hasAttribute(String attribute) {
        return has("attrs", attribute);
    }

    int[] integers(String attribute) {
        return attribute(attribute).getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    }

    /** What must come out, by name. */
    Map<String, Values> outputs() {
        section("outputs");
        return all("outputs");
    }

    /** All tensors of a section, such as {@code grads}, by name; none if the case has no such section. */
    Map<String, Values> all(String section) {
        Map<String, Values> all = new LinkedHashMap<>();
        if (json.has(section)) {
            section(section).keySet().forEach(name -> all.put(name, values(section, name)));
        }
        return all;
    }

    /** The tolerance of one output: the case has one for all, or one for each that matters. */
    Tolerance tolerance(String output, Tolerance otherwise) {
        JsonObject all = section("tolerance");
        JsonObject own = all.has("atol") ? all : all.getAsJsonObject(output);
        return own == null ? otherwise : new Tolerance(own.get("rtol").getAsDouble(), own.get("atol").getAsDouble());
    }

    private JsonElement attribute(String name) {
        if (!hasAttribute(name)) {
            throw missing("attribute " + name);
        }
        return section("attrs").get(name);
    }

    private Values values(String section, String name) {
        if (!has(section, name)) {
            section(section);
            throw missing(name + " in " + section);
        }
        JsonObject tensor = section(section).getAsJsonObject(name);
        int[] shape = tensor.getAsJsonArray("shape").asList().stream().mapToInt(JsonElement::getAsInt).toArray();
        double[] data = tensor.getAsJsonArray("data").asList().stream().mapToDouble(GoldenCase::number).toArray();
        if (data.length != Shapes.size(shape)) {
            throw new IllegalArgumentException(place() + ": " + name + " has " + data.length + " numbers for shape "
                    + Shapes.format(shape));
        }
        return new Values(tensor.get("dtype").getAsString(), shape, data);
    }

    /** NaN and the infinities are strings. */
    private static double number(JsonElement element) {
        if (element.getAsJsonPrimitive().isBoolean()) {
            return element.getAsBoolean() ? 1 : 0;
        }
        return Double.parseDouble(element.getAsString());
    }

    private boolean has(String section, String name) {
        return json.has(section) && section(section).has(name) && !section(section).get(name).isJsonNull();
    }

    private JsonObject section(String name) {
        if (!json.has(name) || !json.get(name).isJsonObject()) {
            throw missing(name);
        }
        return json.getAsJsonObject(name);
    }

    private String text(String name) {
        if (!json.has(name)) {
            throw missing(name);
        }
        return json.get(name).getAsString();
    }

    private String place() {
        return "golden file " + file + ", case " + (json.has("id") ? json.get("id").getAsString() : "without id");
    }

    private IllegalArgumentException missing(String what) {
        return new IllegalArgumentException(place() + " has no " + what);
    }
}
