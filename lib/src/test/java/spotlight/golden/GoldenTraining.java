package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;
import spotlight.train.Adam;
import spotlight.train.AdamW;
import spotlight.train.Clip;
import spotlight.train.Optimizer;
import spotlight.train.SGD;
import spotlight.train.Schedule;
import spotlight.train.Shards;
import spotlight.train.TinyGpt;

/** The golden cases of optimizers, clipping, schedules and small training runs. */
final class GoldenTraining {
    /** What PyTorch calls the arrays that optimizers keep. */
    private static final Map<String, String> TORCH_NAMES = Map.of("m", "exp_avg", "v", "exp_avg_sq", "vLargest",
            "max_exp_avg_sq", "direction", "momentum_buffer");

    private GoldenTraining() {
    }

    static void registerGradients(Map<String, List<GoldenGrads.Op>> known) {
        known.put("gpt", List.of(GoldenTraining::gptLoss));
        known.put("gpt2_block", List.of(GoldenTraining::gptBlock));
    }

    static void register(Map<String, GoldenOps.Op> known) {
        for (String optimizer : List.of("adam", "adamw", "sgd")) {
            known.put(optimizer, c -> steps(c, optimizer));
        }
        known.put("clip_grad_norm", GoldenTraining::clip);
        known.put("cosine_warmup_hf", c -> schedule(c,
                Schedule.warmupCosine(c.number("lr"), (int) c.number("warmup"), (int) c.number("total"))));
        known.put("cosine_warmup_min", c -> schedule(c, Schedule.warmupCosine(c.number("lr"), c.number("min_lr"),
                (int) c.number("warmup"), (int) c.number("total"))));
        known.put("noam", c -> schedule(c, Schedule.noam((int) c.number("d_model"), (int) c.number("warmup"))));
        known.put("cosine_annealing", c -> schedule(c,
                Schedule.cosine(c.number("lr"), c.number("eta_min"), (int) c.number("T_max"))));
        known.put("linear_regression_training", GoldenTraining::regression);
        known.put("gpt_training", GoldenTraining::gpt);
    }

    private static Optimizer optimizer(GoldenCase c, String name, List<Var> params) {
        double lr = c.number("lr");
        if (name.equals("sgd")) {
            return new SGD(params, lr).momentum(c.hasAttribute("momentum") ? c.number("momentum") : 0)
                    .weightDecay(c.hasAttribute("weight_decay") ? c.number("weight_decay") : 0);
        }
        Adam adam = name.equals("adam") ? new Adam(params, lr) : new AdamW(params, lr);
        JsonArray betas = attributes(c).getAsJsonArray("betas");
        adam.eps(c.number("eps")).weightDecay(c.number("weight_decay"));
        if (c.hasAttribute("amsgrad") && c.flag("amsgrad")) {
            adam.amsgrad();
        }
        return adam.betas(betas.get(0).getAsDouble(), betas.get(1).getAsDouble());
    }

    /** Gradients are given; expected are parameters and state after each step. */
    private static Map<String, Object> steps(GoldenCase c, String name) {
        Map<String, Var> params = new LinkedHashMap<>();
        List.of("w", "b").forEach(param -> params.put(param, Var.parameter(c.param(param))));
        Optimizer optimizer = optimizer(c, name, List.copyOf(params.values()));
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int step = 1; step <= c.number("steps"); step++) {
            String prefix = "step" + step + ".";
            optimizer.clearGrad();
            params.forEach((param, w) -> w.backward(c.input("grad_" + prefix + param)));
            optimizer.step();
            int from = 0;
            for (Map.Entry<String, Var> param : params.entrySet()) {
                Tensor w = param.getValue().value();
                outputs.put(prefix + "param." + param.getKey(), copy(w));
                int first = from;
                optimizer.state().arrays().forEach((array, values) -> outputs.put(
                        prefix + TORCH_NAMES.get(array) + "." + param.getKey(),
                        values.slice(0, first, first + w.size()).reshape(w.shape())));
                from += w.size();
            }
        }
        return outputs;
    }

    private static Map<String, Object> clip(GoldenCase c) {
        List<Var> params = new ArrayList<>();
        for (String name : List.of("g0", "g1")) {
            Var param = Var.parameter(Tensor.zeros(c.input(name).shape()));
            param.backward(c.input(name));
            params.add(param);
        }
        float norm = Clip.globalNorm(params, c.number("max_norm"));
        return Map.of("total_norm", Tensor.scalar(norm), "g0", params.get(0).grad(), "g1", params.get(1).grad());
    }

    private static Map<String, Object> schedule(GoldenCase c, Schedule schedule) {
        IntToDoubleFunction rate = i -> schedule.lr((int) c.inputValues("step").data()[i]);
        return Map.of("lr", IntStream.range(0, c.inputValues("step").data().length).mapToDouble(rate).toArray());
    }

    private static Map<String, Object> regression(GoldenCase c) {
        Var w = Var.parameter(c.param("w"));
        Var b = Var.parameter(c.param("b"));
        Optimizer optimizer = optimizer(c, attributes(c).get("optimizer").getAsString(), List.of(w, b));
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int step = 1; step <= c.number("steps"); step++) {
            optimizer.clearGrad();
            Var loss = Var.constant(c.input("x")).linear(w, b).minus(Var.constant(c.input("y"))).square().mean();
            loss.backward();
            outputs.put("step" + step + ".loss", loss.value());
            float norm = Clip.globalNorm(optimizer.params(), c.number("clip"));
            outputs.put("step" + step + ".grad_norm", Tensor.scalar(norm));
            optimizer.step();
            outputs.put("step" + step + ".w", copy(w.value()));
            outputs.put("step" + step + ".b", copy(b.value()));
        }
        return outputs;
    }

    /** The model of another case, trained by pieces of one sequence, by one worker and by two. */
    private static Map<String, Object> gpt(GoldenCase c) {
        Map<String, Object> alone = gpt(c, 1);
        Map<String, Object> together = gpt(c, 2);
        for (String name : alone.keySet()) {
            assertArrayEquals((double[]) alone.get(name), (double[]) together.get(name), 1e-5, name); // another order
        }
        return together;
    }

    private static Map<String, Object> gpt(GoldenCase c, int workers) {
        TinyGpt model = model(find(attributes(c).get("params_from").getAsString()));
        int[] ids = c.inputValues("idx").integers();
        int[] labels = c.inputValues("labels").integers();
        int batch = c.input("idx").size(0);
        int tokens = c.input("idx").size(1);
        Optimizer optimizer = optimizer(c, "adamw", model.params());
        double[] losses = new double[(int) c.number("steps")];
        double[] norms = new double[losses.length];
        for (int step = 0; step < losses.length; step++) {
            optimizer.clearGrad();
            try (Workers.Scope scope = Workers.use(workers)) {
                losses[step] = Shards.backward(model.params(), batch, 1,
                        (from, to) -> model.loss(Arrays.copyOfRange(ids, from * tokens, to * tokens),
                                Arrays.copyOfRange(labels, from * tokens, to * tokens), to - from));
            }
            norms[step] = Clip.globalNorm(model.params(), c.number("clip"));
            optimizer.step();
        }
        return Map.of("loss", losses, "grad_norm", norms);
    }

    private static GoldenCase find(String id) {
        try {
            return GoldenCase.readFolder(GoldenTest.folder()).stream().filter(each -> each.id().equals(id)).findFirst()
                    .orElseThrow();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static TinyGpt model(GoldenCase c) {
        Map<String, Var> weights = new LinkedHashMap<>();
        c.json().getAsJsonObject("params").keySet().forEach(name -> weights.put(name, Var.parameter(c.param(name))));
        boolean block = c.op().equals("gpt2_block");
        return new TinyGpt(new TinyGpt.Config(block ? 0 : (int) c.number("vocab"),
                block ? 0 : (int) c.number("block_size"), block ? 1 : (int) c.number("n_layer"),
                (int) c.number("n_head"), (int) c.number("n_embd"), true, Activation.GELU_TANH), weights);
    }

    /** Loss and logits of the model, whose parameters are those of the case. */
    static Map<String, Var> gptLoss(GoldenVars c) {
        TinyGpt model = model(c.given());
        model.weights().forEach((name, w) -> c.tracked().put("params." + name, w));
        Var logits = model.logits(c.ids("idx"), c.given().input("idx").size(0));
        return Map.of("logits", logits, "loss", logits.crossEntropy(c.ids("labels")));
    }

    static Map<String, Var> gptBlock(GoldenVars c) {
        TinyGpt model = model(c.given());
        model.weights().forEach((name, w) -> c.tracked().put("params." + name, w));
        return Map.of("y", model.block(c.input("x"), ""));
    }

    private static Tensor copy(Tensor x) {
        return Tensor.of(x.data(), x.shape());
    }

    private static JsonObject attributes(GoldenCase c) {
        return c.json().getAsJsonObject("attrs");
    }
}
