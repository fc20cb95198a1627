package spotlight.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What the processor can do at best: fused multiply-adds on registers only, in chains enough to hide their latency. */
final class FmaPeak implements Engine {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    @Override
    public String version() {
        return "registers of " + SPECIES.vectorBitSize() + " bit";
    }

    @Override
    public Work prepare(String... words) {
        if (!words[0].equals("fma")) {
            throw Engine.unsupported(words);
        }
        int turns = Integer.parseInt(words[1]) / (2 * CHAINS * SPECIES.length());
        float[] sum = new float[1];
        return new Work(() -> sum[0] = chains(turns, 0.5f), () -> sum, new float[] {CHAINS * SPECIES.length()}, 1e-5);
    }

    /** {@code fma N}: N operations. Each chain runs {@code x = x / 2 + 1/2}, which stays 1. */
    private static float chains(int turns, float half) {
        FloatVector h = FloatVector.broadcast(SPECIES, half);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        FloatVector a = one, b = one, c = one, d = one, e = one, f = one;
        FloatVector g = one, i = one, j = one, k = one, l = one, m = one;
        for (int turn = 0; turn < turns; turn++) {
            a = a.fma(h, h);
            b = b.fma(h, h);
            c = c.fma(h, h);
            d = d.fma(h, h);
            e = e.fma(h, h);
            f = f.fma(h, h);
            g = g.fma(h, h);
            i = i.fma(h, h);
            j = j.fma(h, h);
            k = k.fma(h, h);
            l = l.fma(h, h);
            m = m.fma(h, h);
        }
        FloatVector left = a.add(b).add(c).add(d).add(e).add(f);
        FloatVector right = g.add(i).add(j).add(k).add(l).add(m);
        return left.add(right).reduceLanes(VectorOperators.ADD);
    }
}
