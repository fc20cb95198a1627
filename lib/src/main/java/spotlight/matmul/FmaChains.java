package spotlight.matmul;

import static spotlight.matmul.Lanes.LANES;
import static spotlight.matmul.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Nothing but fused multiply-adds, {@code x = x y + z}, without any memory: how many can be done in a second? Each step
 * of a chain waits for the one before, so one chain shows how long an operation takes, and many chains side by side show
 * how many the processor finishes.
 */
public final class FmaChains {
    /** The numbers of chains there are. */
    public static final int[] COUNTS = {1, 2, 4, 8, 16};

    /** They draw x towards 2 Z = 1.5, so that it neither overflows nor gets subnormal. */
    private static final float Y = 0.5f;
    private static final float Z = 0.75f;

    private FmaChains() {
    }

    /** Floating-point operations of {@link #vectors}. */
    public static double flops(int chains, int steps) {
        return 2.0 * LANES * chains * steps;
    }

    /** Runs chains of vectors, 1, 2, 4, 8 or 16 side by side, so many steps each; the sum of their ends. */
    public static float vectors(int chains, int steps) {
        FloatVector y = FloatVector.broadcast(SPECIES, Y);
        FloatVector z = FloatVector.broadcast(SPECIES, Z);
        return switch (chains) {
            case 1 -> one(steps, y, z);
            case 2 -> two(steps, y, z);
            case 4 -> four(steps, y, z);
            case 8 -> eight(steps, y, z);
            case 16 -> sixteen(steps, y, z);
            default -> throw new IllegalArgumentException("chains: " + chains + " is none of 1, 2, 4, 8, 16");
        };
    }

    /** Eight chains of single numbers, so many steps each: the sum of their ends. */
    public static float scalars(int steps) {
        float a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
        for (int i = 0; i < steps; i++) {
            a = Math.fma(a, Y, Z);
            b = Math.fma(b, Y, Z);
            c = Math.fma(c, Y, Z);
            d = Math.fma(d, Y, Z);
            e = Math.fma(e, Y, Z);
            f = Math.fma(f, Y, Z);
            g = Math.fma(g, Y, Z);
            h = Math.fma(h, Y, Z);
        }
        return a + b + c + d + e + f + g + h;
    }

    private static FloatVector start(float x) {
        return FloatVector.broadcast(SPECIES, x);
    }

    /** Uses the ends of the chains, so that the compiler cannot drop them. In which order it adds the lanes is left open. */
    private static float total(FloatVector x) {
        return x.reduceLanes(VectorOperators.ADD);
    }

    private static float one(int steps, FloatVector y, FloatVector z) {
        FloatVector a = start(0);
        for (int i = 0; i < steps; i++) {
            a = a.fma(y, z);
        }
        return total(a);
    }

    private static float two(int steps, FloatVector y, FloatVector z) {
        FloatVector a = start(0), b = start(1);
        for (int i = 0; i < steps; i++) {
            a = a.fma(y, z);
            b = b.fma(y, z);
        }
        return total(a.add(b));
    }

    private static float four(int steps, FloatVector y, FloatVector z) {
        FloatVector a = start(0), b = start(1), c = start(2), d = start(3);
        for (int i = 0; i < steps; i++) {
            a = a.fma(y, z);
            b = b.fma(y, z);
            c = c.fma(y, z);
            d = d.fma(y, z);
        }
        return total(a.add(b).add(c.add(d)));
    }

    private static float eight(int steps, FloatVector y, FloatVector z) {
        FloatVector a = start(0), b = start(1), c = start(2), d = start(3), e = start(4), f = start(5), g = start(6),
                h = start(7);
        for (int i = 0; i < steps; i++) {
            a = a.fma(y, z);
            b = b.fma(y, z);
            c = c.fma(y, z);
            d = d.fma(y, z);
            e = e.fma(y, z);
            f = f.fma(y, z);
            g = g.fma(y, z);
            h = h.fma(y, z);
        }
        return total(a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)));
    }

    private static float sixteen(int steps, FloatVector y, FloatVector z) {
        FloatVector a = start(0), b = start(1), c = start(2), d = start(3), e = start(4), f = start(5), g = start(6),
                h = start(7), a2 = start(8), b2 = start(9), c2 = start(10), d2 = start(11), e2 = start(12),
                f2 = start(13), g2 = start(14), h2 = start(15);
        for (int i = 0; i < steps; i++) {
            a = a.fma(y, z);
            b = b.fma(y, z);
            c = c.fma(y, z);
            d = d.fma(y, z);
            e = e.fma(y, z);
            f = f.fma(y, z);
            g = g.fma(y, z);
            h = h.fma(y, z);
            a2 = a2.fma(y, z);
            b2 = b2.fma(y, z);
            c2 = c2.fma(y, z);
            d2 = d2.fma(y, z);
            e2 = e2.fma(y, z);
            f2 = f2.fma(y, z);
            g2 = g2.fma(y, z);
            h2 = h2.fma(y, z);
        }
        FloatVector first = a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h));
        return total(first.add(a2.add(b2).add(c2.add(d2)).add(e2.add(f2)).add(g2.add(h2))));
    }
}
