package spotlight.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The lines that begin with {@code %}, as IJava has them. A magic may stand only where a statement could begin;
 * anywhere else a
 * {@code %} is Java's remainder.
 */
final class Magics {
    private static final Pattern START = Pattern.compile("(?:\\s|//[^\\n]*(?:\\n|\\z))*+(%%?)(\\w+)[^\\n]*");
    private static final Set<String> MAVEN = Set.of("maven", "mavenRepo", "addMavenRepo", "addMavenDependency",
            "addMavenDependencies", "loadFromPOM");

    private final Evaluator evaluator;

    Magics(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Where the magic that begins at {@code start} ends; {@code start} itself when there is none. */
    static int end(String cell, int start) {
        Matcher matcher = START.matcher(cell).region(start, cell.length());
        if (!matcher.lookingAt()) {
            return start;
        }
        return matcher.group(1).length() == 2 ? cell.length() : matcher.end();
    }

    /** Does what a magic asks for. */
    void run(String magic) throws CellException {
        Matcher matcher = START.matcher(magic);
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException("not a magic: " + magic);
        }
        String name = matcher.group(2);
        List<String> arguments = Settings.words(magic.substring(matcher.end(2), matcher.end()));
        String sign = matcher.group(1);
        if (sign.equals("%") && (name.equals("classpath") || name.equals("jars"))) {
            addToClasspath(name, arguments);
        } else if (sign.equals("%") && name.equals("load")) {
            load(arguments);
        } else if (MAVEN.contains(name)) {
            throw error(sign + name
                    + " is not supported by this kernel: add the dependency to notebooks/kit/pom.xml and restart"
                    + " ./lab, or put the jar beside the notebook and write %jars NAME.jar");
        } else {
            throw error(sign + name + " is not known to the Java kernel; it has %classpath, %jars and %load");
        }
    }

    private void addToClasspath(String name, List<String> arguments) throws CellException {
        if (arguments.isEmpty()) {
            throw error("%" + name + ": expected the path of a jar or folder, such as %" + name + " libs/*.jar");
        }
        for (String argument : arguments) {
            List<String> paths = Settings.paths(argument);
            if (paths.isEmpty()) {
                throw error("%" + name + ": nothing is at " + argument + ", seen from " + Path.of("").toAbsolutePath());
            }
            for (String path : paths) {
                evaluator.shell().addToClasspath(path);
            }
        }
    }

    private void load(List<String> arguments) throws CellException {
        if (arguments.size() != 1) {
            throw error("%load: expected one file, got " + arguments.size());
        }
        Path file = Path.of(arguments.get(0));
        try {
            String text = Files.readString(file);
            List<String> cells = file.toString().endsWith(".ipynb") ? codeCells(text) : List.of(text);
            for (String cell : cells) {
                evaluator.run(0, cell);
            }
        } catch (IOException | JsonParseException e) {
            throw error("%load: " + file + " cannot be read: " + e.getMessage());
        } catch (CellException e) {
            List<String> lines = new ArrayList<>(List.of("in " + file + ":"));
            lines.addAll(e.lines());
            throw new CellException(e.name(), "in " + file + ": " + e.getMessage(), lines);
        }
    }

    private static List<String> codeCells(String notebook) {
        List<String> code = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                code.add(text(cell.get("source")));
            }
        }
        return code;
    }

    private static String text(JsonElement source) {
        return source instanceof JsonArray lines
                ? StreamSupport.stream(lines.spliterator(), false).map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : source.getAsString();
    }

    private static CellException error(String message) {
        return new CellException("Magic", message, List.of(message));
    }
}
