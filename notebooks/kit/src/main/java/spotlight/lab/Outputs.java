package spotlight.lab;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The outputs of one cell, in the form that is committed and in the form that is compared. */
final class Outputs {

    /** The name of the part that holds an error: its class on the first line, its traceback below. */
    static final String ERROR = "error";

    private static final Pattern TAG = Pattern.compile("(?s)<(style|script)\\b.*?</\\1>|<[^>]*>");

    private Outputs() {
    }

    /** The committed form: neighbouring prints of one stream are one, and a result carries its cell's number. */
    static JsonArray canonical(JsonArray outputs, int executionCount) {
        JsonArray result = new JsonArray();
        for (JsonElement element : outputs == null ? new JsonArray() : outputs) {
            JsonObject output = element.getAsJsonObject().deepCopy();
            JsonObject last = result.isEmpty() ? null : result.get(result.size() - 1).getAsJsonObject();
            switch (output.get("output_type").getAsString()) {
                case "stream" -> {
                    if (last != null && isStream(last) && last.get("name").equals(output.get("name"))) {
                        last.addProperty("text", Text.of(last.get("text")) + Text.of(output.get("text")));
                        continue;
                    }
                    output.addProperty("text", Text.of(output.get("text")));
                }
                case "execute_result" -> {
                    output.add("execution_count", new JsonPrimitive(executionCount));
                    canonicalData(output);
                }
                case "display_data" -> canonicalData(output);
                default -> {
                    // an error is kept as it is
                }
            }
            result.add(output);
        }
        result.asList().stream().map(JsonElement::getAsJsonObject).filter(Outputs::isStream)
                .forEach(stream -> stream.add("text", Text.lines(Text.overwritten(Text.of(stream.get("text"))))));
        return result;
    }

    private static boolean isStream(JsonObject output) {
        return "stream".equals(output.get("output_type").getAsString());
    }

    private static void canonicalData(JsonObject output) {
        output.remove("transient");
        JsonObject data = output.getAsJsonObject("data");
        JsonObject old = output.getAsJsonObject("metadata");
        JsonObject hints = new JsonObject(); // width, height and alt text of a picture, by its type
        for (String type : data.keySet()) {
            if (old != null && old.has(type)) {
                hints.add(type, old.get(type));
            }
        }
        output.add("metadata", hints);
        for (Map.Entry<String, JsonElement> entry : data.entrySet()) {
            if (isText(entry.getKey()) && !entry.getValue().isJsonObject()) {
                entry.setValue(Text.lines(Text.of(entry.getValue())));
            }
        }
    }

    private static boolean isText(String mime) {
        return mime.startsWith("text/") || mime.equals("image/svg+xml");
    }

    /**
     * What is compared of a cell's outputs: a name for each part, such as {@code output 2 text/plain}, and its text.
     * A picture is compared by being there.
     */
    static Map<String, String> compared(JsonArray outputs) {
        Map<String, String> parts = new LinkedHashMap<>();
        int number = 0;
        for (JsonElement element : canonical(outputs, 0)) {
            JsonObject output = element.getAsJsonObject();
            String name = "output " + ++number + " ";
            switch (output.get("output_type").getAsString()) {
                case "stream" ->
                    parts.put(name + output.get("name").getAsString(), Text.plain(Text.of(output.get("text"))));
                case "error" -> parts.put(name + ERROR, output.get("ename").getAsString() + "\n"
                        + Text.plain(String.join("\n", new Gson().fromJson(output.get("traceback"), String[].class))));
                default -> output.getAsJsonObject("data").asMap().forEach((mime, value) -> parts.put(name + mime,
                        text(mime, value)));
            }
        }
        return parts;
    }

    private static String text(String mime, JsonElement value) {
        if (mime.startsWith("image/") || value.isJsonObject()) {
            return "";
        }
        // how a table looks is not what it says
        return mime.equals("text/html") ? TAG.matcher(Text.of(value)).replaceAll(" ") : Text.of(value);
    }

    /** The pictures, as they stand in the file. */
    static List<String> pictures(JsonArray outputs) {
        List<String> pictures = new ArrayList<>();
        for (JsonElement element : outputs) {
            JsonElement data = element.getAsJsonObject().get("data");
            if (data != null) {
                data.getAsJsonObject().asMap().forEach((mime, value) -> {
                    if (mime.startsWith("image/")) {
                        pictures.add(Text.of(value));
                    }
                });
            }
        }
        return pictures;
    }
}
