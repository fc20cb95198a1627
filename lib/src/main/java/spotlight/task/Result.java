package spotlight.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.model.Weights;

/**
 * What a training gave. Made piece by piece; none of the methods changes what it is called on:
 *
 * <pre>{@code
 * return Result.of(gpt.weights().count()) //
 *         .score(Score.atLeast("exact match", exact, "%", 99.5)) //
 *         .sample("7 2 9 -> 2 7 9") //
 *         .ifYouSee("exact match near 0 %", "that the answer, not the question, is what the loss counts") //
 *         .model("gpt", gpt.weights(), Map.of("vocab", "16"));
 * }</pre>
 *
 * @param parameters how many numbers the task's main model has to learn
 * @param scores     what was measured, the most important first
 * @param samples    what the model does, to be read by a person
 * @param ifYouSee   {@code if you see X, check Y}: what to look at when a number is off
 * @param models     the trained models by name, the main one first
 * @param curves     points for the charts of the chapter
 */
public record Result(long parameters, List<Score> scores, List<String> samples, List<String> ifYouSee,
        Map<String, Model> models, List<Curve> curves) {

    public Result {
        scores = List.copyOf(scores);
        samples = List.copyOf(samples);
        ifYouSee = List.copyOf(ifYouSee);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        curves = List.copyOf(curves);
    }

    /** Nothing yet but the size of the model. */
    public static Result of(long parameters) {
        return new Result(parameters, List.of(), List.of(), List.of(), Map.of(), List.of());
    }

    /** With one more score. */
    public Result score(Score score) {
        return new Result(parameters, with(scores, score), samples, ifYouSee, models, curves);
    }

    /** With one more thing the model did. */
    public Result sample(String sample) {
        return new Result(parameters, scores, with(samples, sample), ifYouSee, models, curves);
    }

    /** With one more advice: {@code if you see SIGHT, check CHECK}. */
    public Result ifYouSee(String sight, String check) {
        return new Result(parameters, scores, samples, with(ifYouSee, "if you see " + sight + ", check " + check),
                models, curves);
    }

    /** With one more model, which is kept under this name. */
    public Result model(String name, Weights weights, Map<String, String> about) {
        Map<String, Model> more = new LinkedHashMap<>(models);
        more.put(name, new Model(weights, about));
        return new Result(parameters, scores, samples, ifYouSee, more, curves);
    }

    /** With one more line for a chart. */
    public Result curve(String name, double[] x, double[] y) {
        return new Result(parameters, scores, samples, ifYouSee, models, with(curves, new Curve(name, x, y)));
    }

    /** Whether every score that has a goal reached it. */
    public boolean reached() {
        return scores.stream().allMatch(Score::reached);
    }

    /**
     * The value of the score that was measured as this.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double value(String what) {
        return scores.stream().filter(score -> score.what().equals(what)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("result: no score \"" + what + "\", there are "
                        + scores.stream().map(Score::what).toList()))
                .value();
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }
}
