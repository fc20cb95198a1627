package spotlight.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Gru;
import spotlight.nn.Lstm;
import spotlight.nn.Recurrent;
import spotlight.nn.Rnn;

/** The golden cases of recurrent layers: whole sequences, token by token too, and single steps. */
final class GoldenRecurrent {
    private GoldenRecurrent() {
    }

    static void register(Map<String, List<GoldenGrads.Op>> known) {
        for (String layer : List.of("rnn_tanh", "rnn_relu", "gru", "lstm")) {
            known.put(layer, List.of(GoldenRecurrent::sequence, GoldenRecurrent::tokenByToken));
        }
        for (String cell : List.of("rnn_cell", "gru_cell", "lstm_cell")) {
            known.put(cell, List.of(GoldenRecurrent::cell));
        }
    }

    static Map<String, Var> sequence(GoldenVars c) {
        Var h = c.input("h0").select(0, 0); // [1,B,H] to [B,H]
        return layer(c, "_l0") instanceof Lstm lstm
                ? lstmOutputs(lstm.apply(c.input("x"), new Lstm.State(h, c.input("c0").select(0, 0))))
                : outputs(c, simple(c, "_l0").apply(c.input("x"), h));
    }

    static Map<String, Var> tokenByToken(GoldenVars c) {
        Var x = c.input("x");
        Var h = c.input("h0").select(0, 0);
        Var[] y = new Var[x.size(1)];
        if (layer(c, "_l0") instanceof Lstm lstm) {
            Lstm.State state = new Lstm.State(h, c.input("c0").select(0, 0));
            for (int t = 0; t < y.length; t++) {
                state = lstm.step(x.select(1, t), state);
                y[t] = state.h();
            }
            return lstmOutputs(new Recurrent.Output<>(Var.stack(y).transpose(0, 1), state));
        }
        Recurrent<Var> layer = simple(c, "_l0");
        for (int t = 0; t < y.length; t++) {
            h = layer.step(x.select(1, t), h);
            y[t] = h;
        }
        return outputs(c, new Recurrent.Output<>(Var.stack(y).transpose(0, 1), h));
    }

    static Map<String, Var> cell(GoldenVars c) {
        if (layer(c, "") instanceof Lstm lstm) {
            Lstm.State state = lstm.step(c.input("x"), new Lstm.State(c.input("h"), c.input("c")));
            return Map.of("h", state.h(), "c", state.c());
        }
        return Map.of("h", simple(c, "").step(c.input("x"), c.input("h")));
    }

    private static Map<String, Var> outputs(GoldenVars c, Recurrent.Output<Var> output) {
        return c.given().outputs().containsKey("y_last")
                ? Map.of("y_last", output.y().select(1, -1))
                : Map.of("y", output.y(), "hn", output.last().unsqueeze(0));
    }

    private static Map<String, Var> lstmOutputs(Recurrent.Output<Lstm.State> output) {
        Map<String, Var> outputs = new HashMap<>();
        outputs.put("y", output.y());
        outputs.put("hn", output.last().h().unsqueeze(0));
        outputs.put("cn", output.last().c().unsqueeze(0));
        return outputs;
    }

    private static Recurrent<?> layer(GoldenVars c, String suffix) {
        return c.given().op().startsWith("lstm")
                ? new Lstm(c.param("weight_ih" + suffix), c.param("weight_hh" + suffix), c.param("bias_ih" + suffix),
                        c.param("bias_hh" + suffix))
                : simple(c, suffix);
    }

    private static Recurrent<Var> simple(GoldenVars c, String suffix) {
        Var weightIh = c.param("weight_ih" + suffix);
        Var weightHh = c.param("weight_hh" + suffix);
        Var biasIh = c.param("bias_ih" + suffix);
        Var biasHh = c.param("bias_hh" + suffix);
        if (c.given().op().startsWith("gru")) {
            return new Gru(weightIh, weightHh, biasIh, biasHh);
        }
        Activation f = c.given().op().equals("rnn_relu") ? Activation.RELU : Activation.TANH;
        return new Rnn(weightIh, weightHh, biasIh, biasHh, f);
    }
}
