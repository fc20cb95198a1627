package spotlight.explorer;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import spotlight.chart.Chart;
import spotlight.grad.Var;
import spotlight.model.AttentionMaps;
import spotlight.model.Gpt;
import spotlight.model.Transformer;
import spotlight.notebook.Show;
import spotlight.tensor.Tensor;
import spotlight.text.Tokenizer;

/**
 * An interactive look into a trained model: choose a layer and a head, point at a token (or use the arrow keys), and see
 * its query, each key, score, mask and weight, and what comes next under a temperature.
 *
 * <pre>{@code
 * Explorer.of(gpt, tokenizer, "Anna has a red kite. ").show();
 * }</pre>
 *
 * <p>It is one piece of HTML that asks for nothing from anywhere. Where scripts do not run, a chart of the first
 * layer's heads stands in.
 */
public final class Explorer {
    private final Scene scene;
    private final Chart still;

    private Explorer(Scene scene, Chart still) {
        this.scene = scene;
        this.still = still;
    }

    /**
     * A GPT reads a text.
     *
     * @param text at least one token, no more than the model's context
     * @throws IllegalArgumentException if the tokenizer is not the model's, or the text does not fit
     */
    public static Explorer of(Gpt gpt, Tokenizer tokenizer, String text) {
        try (Var.Scope off = Var.noGrad(); AttentionMaps maps = AttentionMaps.record()) {
            Scene scene = GptScene.of(gpt, tokenizer, text, maps);
            Scene.Sequence tokens = scene.sequences().get(0);
            return new Explorer(scene, still(maps.get("h.0.attn"), tokens, tokens));
        }
    }

    /**
     * An encoder-decoder reads a source and writes a target.
     *
     * @param source its tokenizer
     * @param target that of what is written
     * @param text   the source
     * @param written the target: the model's own, or another to ask about
     * @throws IllegalArgumentException if a text does not fit the model
     */
    public static Explorer of(Transformer model, Tokenizer source, Tokenizer target, String text, String written) {
        try (Var.Scope off = Var.noGrad(); AttentionMaps maps = AttentionMaps.record()) {
            Scene scene = TranslatorScene.of(model, source, target, text, written, maps);
            return new Explorer(scene, still(maps.get("decoder.layers.0.multihead_attn"), scene.sequences().get(1),
                    scene.sequences().get(0)));
        }
    }

    private static Chart still(Tensor weights, Scene.Sequence queries, Scene.Sequence keys) {
        return Chart.heads(weights.select(0, 0)).rowTitle("token").columnTitle("looks at")
                .title("The heads of the first layer")
                .alt("Heat maps, one for each head of the first layer: rows are the tokens of "
                        + String.join(" ", queries.tokens()) + ", columns those of " + String.join(" ", keys.tokens()));
    }

    /** Shows it below the cell. */
    public void show() {
        Show.html(html(), plain());
    }

    /** The whole as one piece of HTML. */
    public String html() {
        String json = new Gson().toJson(scene); // writes < as an escape, so that no text can end the script
        return "<div>\n<style>\n" + resource("explorer.css") + "</style>\n<div class=\"spotlight-explorer\">\n<p>"
                + escaped(scene.title()) + ".</p>\n<img style=\"max-width:100%\" alt=\"" + escaped(still.alt())
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(still.png())
                + "\">\n<p>Where scripts run, this picture is interactive: run the cell, or read the course's web pages."
                + "</p>\n</div>\n<script>\n((root, scene) => (\n" + resource("explorer.js")
                + ")(root, scene))(document.currentScript.previousElementSibling, " + json + ");\n</script>\n</div>\n";
    }

    /** What it shows, in words. */
    public String plain() {
        return scene.title() + ". " + still.alt();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Explorer.class.getResourceAsStream("/spotlight/explorer/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
