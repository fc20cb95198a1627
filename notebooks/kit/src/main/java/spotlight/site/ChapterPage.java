package spotlight.site;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A notebook as it is stored, with its outputs, as the body of a page. Its pictures become files beside it. */
final class ChapterPage {
    private final JsonArray cells;
    private final String name;
    private final Path folder;
    private int pictures;

    /** @param notebook the file @param folder of the page, where its pictures go */
    ChapterPage(Path notebook, Path folder) throws IOException {
        cells = new Gson().fromJson(Files.readString(notebook), JsonObject.class).getAsJsonArray("cells");
        name = notebook.getFileName().toString().replace(".ipynb", "");
        this.folder = folder;
    }

    /** Its first heading, such as {@code 05 · Many heads}. */
    String title() {
        return text(cells.get(0).getAsJsonObject().get("source")).lines().findFirst().orElse(name)
                .replaceFirst("^#+ ", "");
    }

    String body(Markdown markdown, Links links) throws IOException {
        StringBuilder html = new StringBuilder();
        for (JsonElement element : cells) {
            JsonObject cell = element.getAsJsonObject();
            String source = text(cell.get("source"));
            if (cell.get("cell_type").getAsString().equals("markdown")) {
                html.append(markdown.html(source, links));
            } else if (!source.isBlank()) {
                html.append(code(cell, source));
                for (JsonElement output : cell.getAsJsonArray("outputs")) {
                    html.append(output(output.getAsJsonObject(), links));
                }
            }
        }
        return html.toString();
    }

    /** Code that its author has folded away stays folded. */
    private static String code(JsonObject cell, String source) {
        JsonObject jupyter = cell.getAsJsonObject("metadata").getAsJsonObject("jupyter");
        boolean folded = jupyter != null && jupyter.has("source_hidden");
        String java = Html.java(source);
        return folded ? "<details><summary>the code of what follows</summary>\n" + java + "</details>\n" : java;
    }

    private String output(JsonObject output, Links links) throws IOException {
        return switch (output.get("output_type").getAsString()) {
            case "stream" ->
                "<pre class=\"output\">" + Html.escape(text(output.get("text")).stripTrailing()) + "</pre>\n";
            case "error" -> "<pre class=\"output error\">" + Html.escape(withoutColours(
                    String.join("\n", new Gson().fromJson(output.get("traceback"), String[].class)))) + "</pre>\n";
            default -> data(output.getAsJsonObject("data"), output.getAsJsonObject("metadata"), links);
        };
    }

    private String data(JsonObject data, JsonObject metadata, Links links) throws IOException {
        if (data.has("image/png")) {
            return picture(data, metadata.getAsJsonObject("image/png"));
        }
        for (String type : List.of("text/html", "image/svg+xml")) {
            if (data.has(type)) {
                return "<div class=\"output html\">\n" + Markdown.relinked(text(data.get(type)), links) + "</div>\n";
            }
        }
        return "<pre class=\"output\">" + Html.escape(text(data.get("text/plain")).stripTrailing()) + "</pre>\n";
    }

    private String picture(JsonObject data, JsonObject hints) throws IOException {
        String file = name + "-" + ++pictures + ".png";
        Files.write(folder.resolve(file),
                Base64.getDecoder().decode(text(data.get("image/png")).replaceAll("\\s", "")));
        String alt = hints != null && hints.has("alt") ? hints.get("alt").getAsString() : text(data.get("text/plain"));
        String size = hints != null && hints.has("width")
                ? " width=\"" + hints.get("width").getAsInt() + "\" height=\"" + hints.get("height").getAsInt() + "\""
                : "";
        return "<div class=\"output\"><img loading=\"lazy\" src=\"" + file + "\" alt=\"" + Html.escape(alt) + "\""
                + size
                + "></div>\n";
    }

    private static String withoutColours(String text) {
        return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
    }

    private static String text(JsonElement element) {
        if (element == null) {
            return "";
        }
        if (!element.isJsonArray()) {
            return element.getAsString();
        }
        StringBuilder text = new StringBuilder();
        element.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
