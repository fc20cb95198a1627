package spotlight.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import spotlight.file.Json;
import spotlight.file.ModelFileException;

/** A card as JSON, and back. Numbers that JSON has no word for, as a goal that there is not, are texts there. */
final class CardJson {
    static final String FILE = "card.json";

    private CardJson() {
    }

    static String write(Card card) {
        Result result = card.result();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", card.task());
        json.put("title", card.title());
        json.put("seed", card.seed());
        json.put("threads", card.threads());
        json.put("quick", card.quick());
        json.put("seconds", card.seconds());
        json.put("date", card.date());
        json.put("machine", card.machine());
        json.put("parameters", result.parameters());
        json.put("scores", result.scores().stream().map(CardJson::score).toList());
        json.put("samples", result.samples());
        json.put("ifYouSee", result.ifYouSee());
        json.put("models", List.copyOf(result.models().keySet()));
        json.put("curves", result.curves().stream().map(curve -> Map.of("name", curve.name(), "x", numbers(curve.x()),
                "y", numbers(curve.y()))).toList());
        json.put("stages", card.stages().stream().map(stage -> Map.of("name", stage.name(), "seconds", stage.seconds(),
                "losses", numbers(doubles(stage.losses())))).toList());
        return Json.write(json) + "\n";
    }

    private static Map<String, Object> score(Score score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", score.what());
        json.put("value", number(score.value()));
        json.put("unit", score.unit());
        json.put("goal", number(score.goal()));
        json.put("higherIsBetter", score.higherIsBetter());
        Map<String, Object> baselines = new LinkedHashMap<>();
        score.baselines().forEach((name, value) -> baselines.put(name, number(value)));
        json.put("baselines", baselines);
        return json;
    }

    private static Object number(double x) {
        return Double.isFinite(x) ? x : "" + x;
    }

    private static List<Object> numbers(double[] x) {
        return Arrays.stream(x).mapToObj(CardJson::number).toList();
    }

    private static double[] doubles(float[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).toArray();
    }

    static Card read(Path folder) {
        Path file = folder.resolve(FILE);
        Map<?, ?> json = Json.object(file);
        try {
            Map<String, Model> models = new LinkedHashMap<>();
            for (Object name : (List<?>) json.get("models")) {
                models.put((String) name, Model.read(folder.resolve(name + Model.SUFFIX)));
            }
            Result result = new Result((Long) json.get("parameters"), list(json, "scores", CardJson::score),
                    list(json, "samples", String.class::cast), list(json, "ifYouSee", String.class::cast), models,
                    list(json, "curves", CardJson::curve));
            return new Card((String) json.get("task"), (String) json.get("title"), result, (Long) json.get("seed"),
                    ((Long) json.get("threads")).intValue(), (Boolean) json.get("quick"), number(json.get("seconds")),
                    list(json, "stages", CardJson::stage), (String) json.get("date"), (String) json.get("machine"));
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new ModelFileException(file, "is not a card that this version wrote (" + e.getMessage() + ")", e);
        }
    }

    private static <T> List<T> list(Map<?, ?> json, String name, Function<Object, T> element) {
        List<T> list = new ArrayList<>();
        ((List<?>) json.get(name)).forEach(each -> list.add(element.apply(each)));
        return list;
    }

    private static Score score(Object value) {
        Map<?, ?> json = (Map<?, ?>) value;
        Map<String, Double> baselines = new LinkedHashMap<>();
        ((Map<?, ?>) json.get("baselines")).forEach((name, number) -> baselines.put((String) name, number(number)));
        return new Score((String) json.get("what"), number(json.get("value")), (String) json.get("unit"),
                number(json.get("goal")), (Boolean) json.get("higherIsBetter"), baselines);
    }

    private static Curve curve(Object value) {
        Map<?, ?> json = (Map<?, ?>) value;
        return new Curve((String) json.get("name"), numbers(json.get("x")), numbers(json.get("y")));
    }

    private static Stage stage(Object value) {
        Map<?, ?> json = (Map<?, ?>) value;
        double[] losses = numbers(json.get("losses"));
        float[] floats = new float[losses.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) losses[i]);
        return new Stage((String) json.get("name"), floats, number(json.get("seconds")));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble((String) value);
    }

    private static double[] numbers(Object value) {
        return ((List<?>) value).stream().mapToDouble(CardJson::number).toArray();
    }
}
