package spotlight.golden;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import spotlight.nn.Linear;
import spotlight.nn.MultiHeadAttention;
import spotlight.random.MersenneTwister;
import spotlight.random.NumpyRandom;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** The golden cases of random numbers; the case's id holds the Python call. */
final class GoldenRandom {
    private static final double[] P = {0.1, 0.2, 0.3, 0.4};

    private GoldenRandom() {
    }

    static Map<String, Object> words(GoldenCase c) {
        int[] indices = c.integers("indices");
        MersenneTwister words = new MersenneTwister((long) c.number("seed"));
        double[] all = draw(indices[indices.length - 1] + 1, i -> words.nextUnsigned());
        return Map.of("u32", Arrays.stream(indices).mapToDouble(i -> all[i]).toArray());
    }

    static Map<String, Object> numpy(GoldenCase c) {
        return Map.of("values", numpy(call(c), new NumpyRandom((long) c.number("seed"))));
    }

    static Map<String, Object> torch(GoldenCase c) {
        return Map.of("values", torch(call(c), new TorchRandom((long) c.number("seed"))));
    }

    private static String call(GoldenCase c) {
        return c.id().substring(c.id().indexOf('/') + 1);
    }

    private static double[] numpy(String call, NumpyRandom r) {
        return switch (call) {
            case "rand" -> r.rand(40);
            case "randn" -> r.randn(40);
            case "randint-0-10" -> doubles(r.randint(0, 10, 40));
            case "permutation-10" -> doubles(r.permutation(10));
            case "permutation-40" -> doubles(r.permutation(40));
            case "randint-0-1000" -> doubles(r.randint(0, 1000, 40));
            case "randint-0-8" -> doubles(r.randint(0, 8, 20));
            case "normal" -> draw(9, i -> r.normal(2, 0.5));
            case "uniform" -> draw(9, i -> r.uniform(-1, 3));
            case "mixed" -> new double[] {r.randn(), r.rand(), r.randn(), r.randint(0, 10), r.randn(), r.randn()};
            case "shuffle-9" -> {
                int[] values = IntStream.range(0, 9).toArray();
                r.shuffle(values);
                yield doubles(values);
            }
            case "choice" -> doubles(r.randint(0, 5, 12));
            case "choice-noreplace" -> doubles(r.choice(8, 5));
            case "choice-p" -> draw(12, i -> r.choice(P));
            default -> throw unknown(call);
        };
    }

    private static double[] torch(String call, TorchRandom r) {
        return switch (call.replaceAll("[ :(].*after manual_seed.*: ", " ").replaceAll(" \\(.*", "")) {
            case "rand(16)" -> doubles(r.rand(16));
            case "rand(7)" -> doubles(r.rand(7));
            case "randn(8)" -> doubles(r.randn(8));
            case "randn(15)" -> doubles(r.randn(15));
            case "randn(16)" -> doubles(r.randn(16));
            case "randn(17)" -> doubles(r.randn(17));
            case "randn(40)" -> doubles(r.randn(40));
            case "randint(0,1000,(10,))" -> doubles(r.randint(0, 1000, 10));
            case "randint(0,2,(32,))" -> doubles(r.randint(0, 2, 32));
            case "randperm(12)" -> doubles(r.randperm(12));
            case "rand(9,float64)" -> r.randDouble(9);
            case "randn(5,float64)" -> r.randnDouble(5);
            case "randn(20,float64)" -> r.randnDouble(20);
            case "uniform_(-0.37,0.81) 12 values" -> doubles(r.uniform(-0.37f, 0.81f, 12));
            case "normal_(0,0.02) 24 values" -> doubles(r.normal(0, 0.02f, 24));
            case "bernoulli(full(40,0.3))" -> doubles(r.bernoulli(Tensor.full(0.3f, 40)));
            case "multinomial([.1,.2,.3,.4],10,replacement=True)" -> doubles(r.multinomial(P, 10));
            case "10 x multinomial([.1,.2,.3,.4],1)" -> draw(10, i -> r.multinomial(P));
            default -> torchSequences(call, r);
        };
    }

    private static double[] torchSequences(String call, TorchRandom r) {
        if (call.startsWith("sequence: ")) {
            return doubles(Tensor.concat(0, r.randn(3), r.rand(2), r.randn(3), r.randn(20), r.randn(1),
                    Tensor.of(doubles(r.randint(0, 100, 3)), 3)));
        }
        if (call.startsWith("dropout keep mask, F.dropout(ones(64),0.1)")) {
            boolean[] keep = r.keep(0.1, 64);
            return draw(64, i -> keep[i] ? 1 : 0);
        }
        if (call.startsWith("nn.Embedding(50000,3) rows ")) {
            Tensor table = r.randn(50000, 3);
            String[] ids = call.substring(call.indexOf('[') + 1, call.indexOf(']')).split(", ");
            Tensor[] rows = Arrays.stream(ids).map(id -> table.select(0, Integer.parseInt(id))).toArray(Tensor[]::new);
            return doubles(Tensor.stack(rows));
        }
        String[] layer = call.split(" after manual_seed\\(0\\): ");
        return switch (layer[0]) {
            case "nn.Linear(4, 3)" -> linear(Linear.init(4, 3, r), layer[1]);
            case "nn.Linear(10, 3)" -> linear(Linear.init(10, 3, r), layer[1]);
            case "nn.MultiheadAttention(8,2)" -> heads(MultiHeadAttention.init(8, 2, r), layer[1]);
            case "nn.GRUCell(3,2)" -> gru(r, layer[1]);
            default -> throw unknown(call);
        };
    }

    private static double[] linear(Linear layer, String parameter) {
        return doubles(parameter.equals("weight") ? layer.weight() : layer.bias());
    }

    private static double[] heads(MultiHeadAttention layer, String parameter) {
        Linear[] in = {layer.query(), layer.key(), layer.value()};
        return switch (parameter) {
            case "in_proj_weight" -> doubles(
                    Tensor.concat(0, Arrays.stream(in).map(Linear::weight).toArray(Tensor[]::new)));
            case "in_proj_bias" -> doubles(
                    Tensor.concat(0, Arrays.stream(in).map(Linear::bias).toArray(Tensor[]::new)));
            case "out_proj.weight" -> doubles(layer.output().weight());
            default -> doubles(layer.output().bias());
        };
    }

    /** Not a layer of this library yet, but its initialisation is a stream of uniform numbers. */
    private static double[] gru(TorchRandom r, String parameter) {
        float bound = (float) (1 / Math.sqrt(2));
        Map<String, Tensor> parameters = new java.util.HashMap<>();
        parameters.put("weight_ih", r.uniform(-bound, bound, 6, 3));
        parameters.put("weight_hh", r.uniform(-bound, bound, 6, 2));
        parameters.put("bias_ih", r.uniform(-bound, bound, 6));
        parameters.put("bias_hh", r.uniform(-bound, bound, 6));
        return doubles(parameters.get(parameter));
    }

    private static double[] draw(int n, IntToDoubleFunction next) {
        return IntStream.range(0, n).mapToDouble(next).toArray();
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    static double[] doubles(Tensor values) {
        return draw(values.size(), i -> values.data()[i]);
    }

    private static IllegalArgumentException unknown(String call) {
        return new IllegalArgumentException("golden: random call " + call + " is not known");
    }
}
